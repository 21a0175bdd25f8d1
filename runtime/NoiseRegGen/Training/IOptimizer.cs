using System;
using System.Numerics;

namespace NoiseRegGen.Training;

/// <summary>
/// A first-order method that moves a parameter vector along its gradient. No operation allocates; equal inputs give equal bits.
/// </summary>
/// <typeparam name="T">The number type of the parameters.</typeparam>
public interface IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The length of the parameter vector.</summary>
    int ParameterCount { get; }

    /// <summary>
    /// The method and its constants, the learning rate aside: a checkpoint is taken up only by a method that describes itself alike.
    /// </summary>
    string Description => GetType().Name;

    /// <summary>The learning rate of the steps to come: finite, above 0. Schedules set it before each step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is not finite or not above 0.</exception>
    double LearningRate { get; set; }

    /// <summary>The number of steps taken since construction or <see cref="Reset"/>.</summary>
    long StepCount { get; }

    /// <summary>Takes one step.</summary>
    /// <param name="parameters"><see cref="ParameterCount"/> numbers; updated in place.</param>
    /// <param name="gradient">The gradient at <paramref name="parameters"/>, of the same length.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the two spans overlap.</exception>
    void Step(Span<T> parameters, ReadOnlySpan<T> gradient);

    /// <summary>Forgets all steps: state and <see cref="StepCount"/> are zero again, the learning rate stays.</summary>
    void Reset();

    /// <summary>The length of <see cref="State"/>.</summary>
    int StateLength { get; }

    /// <summary>What the method remembers between steps. With <see cref="StepCount"/> all that a checkpoint needs.</summary>
    ReadOnlySpan<T> State { get; }

    /// <summary>Takes up a saved run: the steps that follow equal those of the run saved, bit for bit.</summary>
    /// <param name="state">A copy of <see cref="State"/>.</param>
    /// <param name="stepCount">The <see cref="StepCount"/> that belongs to it, at least 0.</param>
    /// <exception cref="ArgumentException"><paramref name="state"/> has not <see cref="StateLength"/> numbers.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stepCount"/> is negative.</exception>
    void Restore(ReadOnlySpan<T> state, long stepCount);
}
