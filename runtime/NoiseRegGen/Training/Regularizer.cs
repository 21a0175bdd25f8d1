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

    /// <summary>Factors of the weight noise's variance for each layer; null for 1 everywhere.</summary>
    public NoiseScales? Scales { get; private init; }

    /// <summary>Whether the gradient penalty is estimated by a random projection of the outputs.</summary>
    public bool Projected { get; private init; }

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
    /// <param name="scales">Factors of the variance for the weights and the biases of each layer; null for 1 everywhere.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="eta"/> is negative, NaN or infinite, or <paramref name="sampling"/> is none of the defined values.
    /// </exception>
    public static Regularizer WeightNoise(
        double eta, NoiseSampling sampling = NoiseSampling.LocalReparameterization, bool antithetic = false, NoiseScales? scales = null)
    {
        Require.NotNegative(eta, nameof(eta));
        if (sampling is < NoiseSampling.LocalReparameterization or > NoiseSampling.LayerWise)
            throw new ArgumentOutOfRangeException(nameof(sampling), sampling, "sampling must be a defined value of NoiseSampling.");
        return new Regularizer(RegularizerKind.WeightNoise, eta) { Sampling = sampling, Antithetic = antithetic, Scales = scales };
    }

    /// <summary>The gradient-norm penalty: <c>J + eta mean P</c> with <c>P = sum_k ||grad_W yhat_k||^2</c> of each example.</summary>
    /// <param name="eta">Finite, at least 0.</param>
    /// <param name="projected">
    /// Whether P is estimated from one random projection of the outputs for each example, unbiased, in place of the exact sum over outputs; for many
    /// outputs.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="eta"/> is negative, NaN or infinite.</exception>
    public static Regularizer GradientPenalty(double eta, bool projected = false) =>
        new(RegularizerKind.GradientPenalty, Require.NotNegative(eta, nameof(eta))) { Projected = projected };

    /// <summary>
    /// The corrected penalty <c>mean [ sum_k (yhat_k + (eta/2) T_k - y_k)^2 + eta P ]</c>: weight noise of variance eta up to O(eta^2) at any
    /// residual. Networks whose Laplacian is estimated get fresh random signs each step.
    /// </summary>
    /// <param name="eta">Finite, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="eta"/> is negative, NaN or infinite.</exception>
    public static Regularizer CorrectedPenalty(double eta) =>
        new(RegularizerKind.CorrectedPenalty, Require.NotNegative(eta, nameof(eta)));
}
