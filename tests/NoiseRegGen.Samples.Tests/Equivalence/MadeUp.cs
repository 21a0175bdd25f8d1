using System;
using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Equivalence;
using CompareRegularizers.Networks;

namespace NoiseRegGen.Samples.Tests.Equivalence;

/// <summary>Measurements with known properties, made up.</summary>
internal static class MadeUp
{
    internal static readonly double[] Etas = [1e-5, 1e-4, 1e-3, 1e-2, 1e-1];

    /// <summary>A gap of <c>eta (P + r T) + C eta^power</c> with P = 10.</summary>
    internal static GapCurve Curve(
        NetworkState state, double residualLaplacian, double coefficient, double power = 2, double standardError = 1e-9, double score = 0.5)
    {
        double[] remainders = [.. Etas.Select(eta => coefficient * Math.Pow(eta, power))];
        return new GapCurve
        {
            State = state,
            Step = state == NetworkState.Initial ? 0 : 100,
            MeanSquaredError = 0.5,
            ControlScore = score,
            Points = [.. Etas.Select((eta, e) => new GapEstimate(eta, remainders[e], standardError * eta, 0, 0, 10, residualLaplacian))],
            PenaltySlope = null,
            FullSlope = new Slope(power, 0.01, 1e-5, 1e-3, 3),
            ReferenceEta = 1e-3,
            Examples =
            [
                new ExampleGap(0, 8, 2, 0.0100, 1e-6), new ExampleGap(1, 12, -2, 0.0101, 1e-6), new ExampleGap(2, 10, 4, 0.0139, 1e-6),
            ],
        };
    }

    internal static NetworkMeasurement Network(
        IReadOnlyList<GapCurve> curves,
        double penaltyCosine,
        double correctedCosine,
        Activation activation = Activation.Tanh,
        int width = 32) => new(
        new NetworkShape(4, [width], activation),
        curves,
        [
            Point(0, Math.Max(0.9, penaltyCosine), correctedCosine),
            Point(20, penaltyCosine, correctedCosine),
            Point(100, 0.96, correctedCosine),
        ],
        [.. NoiseKind.All.Select(kind => Variances(kind, Math.Pow(2, kind.ExpectedSlope)))]);

    /// <summary>Variances that change by a factor with each doubling of the batch, with a standard error of a tenth.</summary>
    internal static VarianceCurve Variances(NoiseKind kind, double factor) => new(
        kind, 1e-3, [.. Enumerable.Range(0, 4).Select(k => new GradientVariance(1 << k, Math.Pow(factor, k), 0.1 * Math.Pow(factor, k)))]);

    private static TrainingPoint Point(int step, double penaltyCosine, double correctedCosine) => new(
        step,
        step,
        0.5,
        10,
        -1,
        3,
        new Alignment(penaltyCosine, 0.01, 0.5),
        new Alignment(correctedCosine, 0.01, 0.1),
        new Alignment(0.999, 0.001, 0));
}
