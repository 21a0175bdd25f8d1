using System;
using System.Globalization;

namespace CompareRegularizers.Experiments;

/// <summary>One training run.</summary>
/// <param name="Arm">The regulariser.</param>
/// <param name="Eta">Its strength; 0 for <see cref="Arm.None"/>.</param>
/// <param name="Repeat">Which data, initialisation, batches and noise: the same numbers for all arms.</param>
/// <param name="Budget">How many epochs it gets.</param>
internal readonly record struct Cell(Arm Arm, double Eta, int Repeat, Budget Budget = Budget.Steps)
{
    /// <summary>A name for a file: <c>weight-noise_0.001_steps_0007</c>.</summary>
    internal string Key => string.Create(
        CultureInfo.InvariantCulture, $"{Arm.Key}_{Eta:R}_{Budget.ToString().ToLowerInvariant()}_{Repeat:0000}");

    /// <summary>Passes over the training part.</summary>
    internal int EpochsOf(int epochs, NetworkCost network) => Budget == Budget.Steps
        ? epochs
        : Math.Max(1, (int)Math.Round(epochs / Arm.RelativeCost(network)));
}
