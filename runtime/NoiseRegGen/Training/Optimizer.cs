using System;
using System.Numerics;

namespace NoiseRegGen.Training;

/// <summary>What all optimisers of this library share: checks, step count, and the state as one vector.</summary>
/// <remarks>
/// The updates are elementwise and use no fused multiply-add, so their bits depend on neither the vector width nor the position
/// of a parameter in its vector.
/// </remarks>
/// <typeparam name="T">The number type of the parameters.</typeparam>
public abstract class Optimizer<T> : IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _state;

    /// <summary>Reserves the state.</summary>
    /// <param name="parameterCount">The length of the parameter vector, at least 1.</param>
    /// <param name="learningRate">Finite, above 0.</param>
    /// <param name="stateVectors">How many vectors of <paramref name="parameterCount"/> numbers the method remembers.</param>
    protected Optimizer(int parameterCount, double learningRate, int stateVectors)
    {
        ParameterCount = Require.AtLeast(parameterCount, 1, nameof(parameterCount));
        LearningRate = Require.Positive(learningRate, nameof(learningRate));
        _state = new T[checked(parameterCount * stateVectors)];
    }

    /// <inheritdoc/>
    public int ParameterCount { get; }

    /// <inheritdoc/>
    public virtual string Description => GetType().Name;

    /// <inheritdoc/>
    public double LearningRate { get; set => field = Require.Positive(value); }

    /// <inheritdoc/>
    public long StepCount { get; private set; }

    /// <inheritdoc/>
    public int StateLength => _state.Length;

    /// <inheritdoc/>
    public ReadOnlySpan<T> State => _state;

    /// <inheritdoc/>
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        Require.Length(parameters.Length, ParameterCount, nameof(parameters));
        Require.Length(gradient.Length, ParameterCount, nameof(gradient));
        Require.Disjoint(parameters, gradient, nameof(parameters), nameof(gradient));
        StepCount++;
        Update(parameters, gradient);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _state.AsSpan().Clear();
        StepCount = 0;
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlySpan<T> state, long stepCount)
    {
        Require.Length(state.Length, StateLength, nameof(state));
        ArgumentOutOfRangeException.ThrowIfNegative(stepCount);
        state.CopyTo(_state);
        StepCount = stepCount;
    }

    /// <summary>One vector of the state.</summary>
    /// <param name="index">Its index, counted from 0.</param>
    protected Span<T> StateVector(int index) => _state.AsSpan(index * ParameterCount, ParameterCount);

    /// <summary>Updates the parameters; the arguments are checked and <see cref="StepCount"/> counts this step already.</summary>
    /// <param name="parameters">Updated in place.</param>
    /// <param name="gradient">The gradient.</param>
    protected abstract void Update(Span<T> parameters, ReadOnlySpan<T> gradient);
}
