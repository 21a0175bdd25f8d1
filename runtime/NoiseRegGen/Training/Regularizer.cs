using System;

namespace NoiseRegGen.Training;

/// <summary>What training adds to the mean squared error <c>J</c>: an immutable value, <see cref="None"/> by default.</summary>
public readonly record struct Regularizer
{
    private Regularizer(RegularizerKind kind, double strength) => (Kind, Strength) = (kind, strength);

    /// <summary>Nothing: the objective is <c>J</c>.</summary>
    public static Regularizer None => default;

    /// <summary>Which of them it is.</summary>
    public RegularizerKind Kind { get; }

    /// <summary><c>lambda</c> of the weight decay, eta of the others; 0 for none.</summary>
    public double Strength { get; }

    /// <summary>How weight noise is drawn.</summary>
    public NoiseSampling Sampling { get; private init; }

    /// <summary>Whether weight noise is used with both signs.</summary>
    public bool Antithetic { get; private init; }

    /// <summary>
    /// The squared norm of the weights: <c>J + (lambda / 2) sum_l ||W_l||^2</c>, biases left out (Goodfellow, Bengio, Courville,
    /// <i>Deep Learning</i>, section 7.1.1). Its gradient <c>lambda W</c> passes through the optimiser; for the decoupled form
    /// use <see cref="AdamW{T}"/> and no regulariser.
    /// </summary>
    /// <param name="lambda">Finite, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lambda"/> is negative, NaN or infinite.</exception>
    public static Regularizer WeightDecay(double lambda) =>
        new(RegularizerKind.WeightDecay, Require.NotNegative(lambda, nameof(lambda)));

    /// <summary>
    /// Gaussian noise on the weights (<i>Deep Learning</i>, section 7.5): the objective is the expectation of <c>J</c> under
    /// <c>eps ~ N(0, eta I)</c> on weights and biases, by fresh draws each step.
    /// </summary>
    /// <param name="eta">The variance of the noise: finite, at least 0.</param>
    /// <param name="sampling">Where and how often noise is drawn.</param>
    /// <param name="antithetic">Whether each draw is used with both signs; twice the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="eta"/> is negative, NaN or infinite, or <paramref name="sampling"/> is none of the defined values.
    /// </exception>
    public static Regularizer WeightNoise(
        double eta, NoiseSampling sampling = NoiseSampling.LocalReparameterization, bool antithetic = false)
    {
        Require.NotNegative(eta, nameof(eta));
        if (sampling is < NoiseSampling.LocalReparameterization or > NoiseSampling.PerBatch)
            throw new ArgumentOutOfRangeException(nameof(sampling), sampling, "sampling must be a defined value of NoiseSampling.");
        return new Regularizer(RegularizerKind.WeightNoise, eta) { Sampling = sampling, Antithetic = antithetic };
    }

    /// <summary>The gradient-norm penalty: <c>J + eta mean P</c> with <c>P = sum_k ||grad_W yhat_k||^2</c> of each example.</summary>
    /// <param name="eta">Finite, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="eta"/> is negative, NaN or infinite.</exception>
    public static Regularizer GradientPenalty(double eta) =>
        new(RegularizerKind.GradientPenalty, Require.NotNegative(eta, nameof(eta)));
}
