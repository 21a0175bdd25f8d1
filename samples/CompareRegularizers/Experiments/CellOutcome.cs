namespace CompareRegularizers.Experiments;

/// <summary>A finished training run: the result, which is reproducible, and the rest, which is not or is not reported.</summary>
/// <param name="Result">What it came to.</param>
/// <param name="Steps">The number of optimiser steps.</param>
/// <param name="SecondsPerStep">Wall-clock time of a step.</param>
/// <param name="Parameters">The trained parameters.</param>
internal sealed record CellOutcome(CellResult Result, long Steps, double SecondsPerStep, double[] Parameters)
{
    /// <summary>How many times an example was presented.</summary>
    internal long Examples { get; init; }
}
