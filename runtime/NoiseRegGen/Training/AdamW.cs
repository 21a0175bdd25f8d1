using System;
using System.Globalization;
using System.Numerics;

namespace NoiseRegGen.Training;

/// <summary>Adam with decoupled weight decay: the decay does not pass through the adaptive step sizes.</summary>
/// <remarks>
/// Loshchilov and Hutter, "Decoupled weight decay regularization", ICLR 2019, algorithm 2, with the decay multiplied by the learning
/// rate (PyTorch's convention). At step <c>t = 1, 2, ...</c>:
/// <code>
/// m = beta1 m + (1 - beta1) g,   v = beta2 v + (1 - beta2) g^2
/// w = (1 - a lambda) w - a (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
/// </code>
/// The state is <c>m</c>, then <c>v</c>. The decay acts on all parameters, biases too.
/// </remarks>
/// <typeparam name="T">The number type of the parameters.</typeparam>
public sealed class AdamW<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T _epsilon;

    /// <summary>Sets the method up.</summary>
    /// <param name="parameterCount">The length of the parameter vector, at least 1.</param>
    /// <param name="learningRate"><c>a</c>: finite, above 0.</param>
    /// <param name="beta1">The decay of the gradient's mean, in [0, 1).</param>
    /// <param name="beta2">The decay of the squared gradient's mean, in [0, 1).</param>
    /// <param name="epsilon">Finite, above 0, also when rounded to <typeparamref name="T"/>.</param>
    /// <param name="weightDecay"><c>lambda</c>: finite, at least 0.</param>
    public AdamW(
        int parameterCount, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8,
        double weightDecay = 1e-2)
        : base(parameterCount, learningRate, stateVectors: 2)
    {
        Beta1 = Require.DecayFactor(beta1, nameof(beta1));
        Beta2 = Require.DecayFactor(beta2, nameof(beta2));
        Epsilon = epsilon;
        _epsilon = Require.PositiveAs<T>(epsilon, nameof(epsilon));
        WeightDecay = Require.NotNegative(weightDecay, nameof(weightDecay));
    }

    /// <summary>The decay of the gradient's mean.</summary>
    public double Beta1 { get; }

    /// <summary>The decay of the squared gradient's mean.</summary>
    public double Beta2 { get; }

    /// <summary>Keeps the quotient finite where the gradient vanishes.</summary>
    public double Epsilon { get; }

    /// <summary><c>lambda</c>.</summary>
    public double WeightDecay { get; }

    /// <inheritdoc/>
    public override string Description => string.Create(
        CultureInfo.InvariantCulture, $"AdamW {{ Beta1 = {Beta1:R}, Beta2 = {Beta2:R}, Epsilon = {Epsilon:R}, WeightDecay = {WeightDecay:R} }}");

    /// <inheritdoc/>
    protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        AdamUpdate<T> update = new(LearningRate, Beta1, Beta2, _epsilon, weightDecay: WeightDecay, StepCount);
        update.Apply(parameters, gradient, StateVector(0), StateVector(1));
    }
}
