using System.Collections.Generic;
using CompareRegularizers.Experiments;
using CompareRegularizers.Reporting;
using CompareRegularizers.Runs;

namespace NoiseRegGen.Samples.Tests.Reporting;

/// <summary>A small made-up comparison: two repeats, two etas, one run that diverged.</summary>
internal static class Sample
{
    internal static IReadOnlyList<CellOutcome> Outcomes { get; } =
    [
        Outcome(Arm.None, 0, 0, 2.0),
        Outcome(Arm.None, 0, 1, 3.0),
        Outcome(Arm.WeightNoise, 0.001, 0, 1.9),
        Outcome(Arm.WeightNoise, 0.001, 1, 2.7),
        Outcome(Arm.WeightNoise, 0.01, 0, 1.5),
        Outcome(Arm.WeightNoise, 0.01, 1, 2.9),
        Outcome(Arm.GradientPenalty, 0.001, 0, 1.8),
        Outcome(Arm.GradientPenalty, 0.001, 1, 2.6),
        Outcome(Arm.GradientPenalty, 0.01, 0, double.NaN),
        Outcome(Arm.GradientPenalty, 0.01, 1, 2.8),
    ];

    internal static IReadOnlyList<GapPoint> Gaps { get; } =
    [
        new(GapState.Initial, 0.001, 0.012, 1e-4, 14, -2.5),
        new(GapState.Initial, 0.01, 0.11, 1e-3, 14, -2.5),
        new(GapState.Trained, 0.001, -0.001, 1e-4, 90, 0.5),
        new(GapState.Trained, 0.01, 0.93, 1e-3, 90, 0.5),
    ];

    // The validation error is the test error plus 1/8, so that tuning picks the best test error.
    private static CellOutcome Outcome(Arm arm, double eta, int repeat, double test) =>
        new(
            new CellResult(new Cell(arm, eta, repeat), test / 2, test + 0.125, test, 10 * test)
            {
                Predictions = double.IsNaN(test) ? [] : [(float)test, (float)test],
                NoisyTestRmse = double.IsNaN(test) ? [] : [test, 2 * test],
                ResidualLaplacian = 0.5,
                InputGradient = 3,
            },
            100,
            1e-5 * (1 + repeat),
            [])
        {
            Examples = 5000,
        };

    /// <summary>The same as a finished comparison.</summary>
    internal static ComparisonRecord Record { get; } = ComparisonRecord.Of(Run(), Settings(), new ComparisonResult(Outcomes, Gaps));

    private static ComparisonSettings Settings() => new()
    {
        Arms = [Arm.None, Arm.WeightNoise, Arm.GradientPenalty],
        Etas = [0.001, 0.01],
        Repeats = 2,
        Epochs = 20,
        Batch = 50,
        LearningRate = 0.01,
        Seed = 1,
        GapEtas = [0.001, 0.01],
        GapDraws = 20,
        NoisyTestEtas = [1e-3, 1e-1],
    };

    private static RunDocument Run() => new(
        RunDocument.CompareSchema,
        "compare --data 'a <b> & c.csv' --target y",
        EnvironmentDocument.Here,
        new DataDocument("data", "y", "a tenth of the rows, held out", [200, 20, 20], 0, "00"),
        new NetworkDocument("10-32-32-1 tanh", "FriedmanNetwork", [10, 32, 32, 1], ["Tanh", "Tanh"], "Single"),
        SettingsDocument.Of(Settings()));
}
