using System;
using System.Globalization;
using System.Numerics;

namespace NoiseRegGen.Training;

/// <summary>Adam: steps of a size that does not depend on the scale of the gradient.</summary>
/// <remarks>
/// Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015, algorithm 1. At step <c>t = 1, 2, ...</c>:
/// <code>
/// m = beta1 m + (1 - beta1) g,   v = beta2 v + (1 - beta2) g^2
/// w = w - a (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
/// </code>
/// The state is <c>m</c>, then <c>v</c>.
/// </remarks>
/// <typeparam name="T">The number type of the parameters.</typeparam>
public sealed class Adam<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T _epsilon;

    /// <summary>Sets the method up.</summary>
    /// <param name="parameterCount">The length of the parameter vector, at least 1.</param>
    /// <param name="learningRate"><c>a</c>: finite, above 0.</param>
    /// <param name="beta1">The decay of the gradient's mean, in [0, 1).</param>
    /// <param name="beta2">The decay of the squared gradient's mean, in [0, 1).</param>
    /// <param name="epsilon">Finite, above 0, also when rounded to <typeparamref name="T"/>.</param>
    public Adam(
        int parameterCount, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base(parameterCount, learningRate, stateVectors: 2)
    {
        Beta1 = Require.DecayFactor(beta1, nameof(beta1));
        Beta2 = Require.DecayFactor(beta2, nameof(beta2));
        Epsilon = epsilon;
        _epsilon = Require.PositiveAs<T>(epsilon, nameof(epsilon));
    }

    /// <summary>The decay of the gradient's mean.</summary>
    public double Beta1 { get; }

    /// <summary>The decay of the squared gradient's mean.</summary>
    public double Beta2 { get; }

    /// <summary>Keeps the quotient finite where the gradient vanishes.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    public override string Description => string.Create(
        CultureInfo.InvariantCulture, $"Adam {{ Beta1 = {Beta1:R}, Beta2 = {Beta2:R}, Epsilon = {Epsilon:R} }}");

    /// <inheritdoc/>
    protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        AdamUpdate<T> update = new(LearningRate, Beta1, Beta2, _epsilon, weightDecay: 0, StepCount);
        update.Apply(parameters, gradient, StateVector(0), StateVector(1));
    }
}
