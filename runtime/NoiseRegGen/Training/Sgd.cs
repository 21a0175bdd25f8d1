using System;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Training;

/// <summary>Stochastic gradient descent, with optional momentum, Nesterov's form of it, and weight decay.</summary>
/// <remarks>
/// With gradient <c>g</c>, learning rate <c>a</c>, momentum <c>mu</c>, decay <c>lambda</c>, in PyTorch's convention (the learning
/// rate outside the velocity, no dampening):
/// <code>
/// g' = g + lambda w
/// v  = mu v + g'                      (v = 0 at first)
/// w  = w - a v                        or, Nesterov:  w - a (g' + mu v)
/// </code>
/// Polyak (1964); Nesterov (1983), in the form of Sutskever et al., "On the importance of initialization and momentum in deep
/// learning", ICML 2013. The decay acts on all parameters, biases too.
/// </remarks>
/// <typeparam name="T">The number type of the parameters.</typeparam>
public sealed class Sgd<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Sets the method up.</summary>
    /// <param name="parameterCount">The length of the parameter vector, at least 1.</param>
    /// <param name="learningRate"><c>a</c>: finite, above 0.</param>
    /// <param name="momentum"><c>mu</c>, in [0, 1). At 0 nothing is remembered between steps.</param>
    /// <param name="nesterov">Whether the gradient is looked up ahead; needs a momentum above 0.</param>
    /// <param name="weightDecay"><c>lambda</c>: finite, at least 0.</param>
    public Sgd(int parameterCount, double learningRate, double momentum = 0, bool nesterov = false, double weightDecay = 0)
        : base(parameterCount, learningRate, stateVectors: momentum > 0 ? 1 : 0)
    {
        Momentum = Require.DecayFactor(momentum, nameof(momentum));
        WeightDecay = Require.NotNegative(weightDecay, nameof(weightDecay));
        Nesterov = nesterov;
        if (nesterov && momentum == 0)
            throw new ArgumentException("nesterov needs a momentum above 0; momentum is 0.", nameof(nesterov));
    }

    /// <summary><c>mu</c>.</summary>
    public double Momentum { get; }

    /// <summary>Whether Nesterov's form is used.</summary>
    public bool Nesterov { get; }

    /// <summary><c>lambda</c>.</summary>
    public double WeightDecay { get; }

    /// <inheritdoc/>
    public override string Description => string.Create(
        CultureInfo.InvariantCulture, $"Sgd {{ Momentum = {Momentum:R}, Nesterov = {Nesterov}, WeightDecay = {WeightDecay:R} }}");

    /// <inheritdoc/>
    protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        if (Momentum == 0)
            Descend(parameters, gradient);
        else
            DescendWithMomentum(parameters, gradient, StateVector(0));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Descend(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        T rate = T.CreateChecked(LearningRate), decay = T.CreateChecked(WeightDecay);
        ref T w = ref MemoryMarshal.GetReference(parameters);
        ref T g = ref MemoryMarshal.GetReference(gradient);
        Vector<T> rates = new(rate), decays = new(decay);
        int i = 0;
        for (; i <= parameters.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> w0 = Vector.LoadUnsafe(ref w, (nuint)i);
            Vector<T> g1 = Vector.LoadUnsafe(ref g, (nuint)i) + (decays * w0);
            (w0 - (rates * g1)).StoreUnsafe(ref w, (nuint)i);
        }
        for (; i < parameters.Length; i++)
            parameters[i] -= rate * (gradient[i] + (decay * parameters[i]));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void DescendWithMomentum(Span<T> parameters, ReadOnlySpan<T> gradient, Span<T> velocity)
    {
        T rate = T.CreateChecked(LearningRate), decay = T.CreateChecked(WeightDecay), mu = T.CreateChecked(Momentum);
        // The direction is ahead g' + along v: (1, mu) for Nesterov's form, (0, 1) for the heavy ball.
        T ahead = Nesterov ? T.One : T.Zero, along = Nesterov ? mu : T.One;
        ref T w = ref MemoryMarshal.GetReference(parameters);
        ref T g = ref MemoryMarshal.GetReference(gradient);
        ref T v = ref MemoryMarshal.GetReference(velocity);
        Vector<T> rates = new(rate), decays = new(decay), mus = new(mu), aheads = new(ahead), alongs = new(along);
        int i = 0;
        for (; i <= parameters.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> w0 = Vector.LoadUnsafe(ref w, (nuint)i);
            Vector<T> g1 = Vector.LoadUnsafe(ref g, (nuint)i) + (decays * w0);
            Vector<T> v1 = (mus * Vector.LoadUnsafe(ref v, (nuint)i)) + g1;
            v1.StoreUnsafe(ref v, (nuint)i);
            (w0 - (rates * ((aheads * g1) + (alongs * v1)))).StoreUnsafe(ref w, (nuint)i);
        }
        for (; i < parameters.Length; i++)
        {
            T g1 = gradient[i] + (decay * parameters[i]);
            T v1 = velocity[i] = (mu * velocity[i]) + g1;
            parameters[i] -= rate * ((ahead * g1) + (along * v1));
        }
    }
}
