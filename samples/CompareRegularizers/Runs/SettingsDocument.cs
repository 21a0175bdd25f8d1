using System;
using System.Linq;
using CompareRegularizers.Experiments;

namespace CompareRegularizers.Runs;

/// <summary>The settings of a comparison, each under the name of the option that sets it.</summary>
internal sealed record SettingsDocument(
    string[] Arms,
    double[] Eta,
    int Repeats,
    string[] Equal,
    int Epochs,
    int Batch,
    double Lr,
    ulong Seed,
    double[] GapEtas,
    int GapDraws,
    double[] NoisyTestEtas)
{
    /// <summary>Describes settings.</summary>
    internal static SettingsDocument Of(ComparisonSettings s) => new(
        [.. s.Arms.Select(arm => arm.Key)],
        [.. s.Etas],
        s.Repeats,
        [.. s.Budgets.Select(budget => budget.ToString().ToLowerInvariant())],
        s.Epochs,
        s.Batch,
        s.LearningRate,
        s.Seed,
        [.. s.GapEtas],
        s.GapDraws,
        [.. s.NoisyTestEtas]);

    /// <summary>The settings that were described.</summary>
    /// <exception cref="FormatException">An arm or a budget is not of this program.</exception>
    internal ComparisonSettings ToSettings() => new()
    {
        Arms = [.. Arms.Select(key => Arm.Find(key) ?? throw new FormatException($"no arm is called '{key}'"))],
        Etas = Eta,
        Repeats = Repeats,
        Budgets = [.. Equal.Select(name => Enum.TryParse(name, ignoreCase: true, out Budget budget)
            ? budget
            : throw new FormatException($"no budget is called '{name}'"))],
        Epochs = Epochs,
        Batch = Batch,
        LearningRate = Lr,
        Seed = Seed,
        GapEtas = GapEtas,
        GapDraws = GapDraws,
        NoisyTestEtas = NoisyTestEtas,
    };
}
