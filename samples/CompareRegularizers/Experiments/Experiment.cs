using System;
using System.Threading;
using CompareRegularizers.Data;
using NoiseRegGen;

namespace CompareRegularizers.Experiments;

/// <summary>An experiment with networks known at compile time: one shape in both precisions.</summary>
/// <typeparam name="TSingle">The network that is trained.</typeparam>
/// <typeparam name="TDouble">
/// The same network in double precision, for the noise gap: single precision's rounding swamps what the predictions miss.
/// </typeparam>
internal sealed class Experiment<TSingle, TDouble>(IDataSource source, ComparisonSettings settings) : IExperiment
    where TSingle : class, IMlp<TSingle, float>
    where TDouble : class, IMlp<TDouble, double>
{
    /// <inheritdoc/>
    public CellOutcome Run(Cell cell, CancellationToken cancellation)
    {
        RepeatData data = RepeatData.Prepare(source, settings.Seed, cell.Repeat);
        TSingle network = TSingle.Create(Seed(cell.Repeat, RandomStream.Purpose.Initialisation));
        var training = new TrainingRun<TSingle>(network, data.Train, cell, settings);
        double secondsPerStep = training.Run(cancellation);
        var evaluation = new Evaluation<TSingle>(network);
        var result = new CellResult(
            cell,
            evaluation.Rmse(data.Train) * data.TargetDeviation,
            evaluation.Rmse(data.Validation) * data.TargetDeviation,
            evaluation.Rmse(data.Test) * data.TargetDeviation,
            evaluation.MeanPenalty(data.Train));
        return new CellOutcome(result, training.StepCount, secondsPerStep, ToDouble(network.Parameters));
    }

    /// <inheritdoc/>
    public double[] InitialParameters(int repeat) =>
        ToDouble(TSingle.Create(Seed(repeat, RandomStream.Purpose.Initialisation)).Parameters);

    /// <inheritdoc/>
    public GapPoint MeasureGap(GapState state, double[] parameters, double eta, CancellationToken cancellation)
    {
        Part train = RepeatData.Prepare(source, settings.Seed, 0).Train;
        var probe = new NoiseGapProbe<TDouble>(TDouble.Create(parameters), train, Seed(0, RandomStream.Purpose.Gap));
        (double gap, double standardError) = probe.Measure(eta, settings.GapDraws, cancellation);
        NoiseExpansion<double> expansion = probe.Expand();
        return new GapPoint(state, eta, gap, standardError, expansion.Penalty, expansion.ResidualLaplacian);
    }

    private ulong Seed(int repeat, RandomStream.Purpose purpose) => RandomStream.Seed(settings.Seed, repeat, purpose);

    private static double[] ToDouble(ReadOnlySpan<float> values) => Array.ConvertAll(values.ToArray(), value => (double)value);
}
