using System;
using System.Diagnostics;
using System.Numerics;
using System.Threading;
using CompareRegularizers.Data;
using NoiseRegGen;
using NoiseRegGen.Training;

namespace CompareRegularizers.Experiments;

/// <summary>An experiment with networks known at compile time: one shape, in the precision it is trained in and in double.</summary>
/// <typeparam name="TNet">The network that is trained.</typeparam>
/// <typeparam name="T">Its number type.</typeparam>
/// <typeparam name="TDouble">
/// The same network in double precision, for the noise gap: single precision's rounding swamps what the predictions miss.
/// </typeparam>
internal sealed class Experiment<TNet, T, TDouble>(IDataSource source, ComparisonSettings settings) : IExperiment
    where TNet : class, IMlp<TNet, T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TDouble : class, IMlp<TDouble, double>
{
    private readonly RepeatCache<T> _repeats = new(source, settings.Seed);

    /// <inheritdoc/>
    public NetworkCost Cost { get; } = NetworkCost.Of(TNet.LayerSizes.ToArray());

    /// <inheritdoc/>
    public CellOutcome Run(Cell cell, CancellationToken cancellation)
    {
        PreparedRepeat<T> data = _repeats.Get(cell.Repeat);
        TNet network = CreateNetwork(cell.Repeat);
        var optimizer = new Adam<T>(network.Parameters.Length, settings.LearningRate);
        var trainer = new Trainer<TNet, T>(network, optimizer, OptionsOf(cell));
        long start = Stopwatch.GetTimestamp();
        bool converged = Train(trainer, data.Train, cancellation);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        CellResult result = converged
            ? new NetworkEvaluation<TNet, T>(network, data, settings, Seed(cell.Repeat, RandomStream.Purpose.Gap)).Evaluate(cell)
            : CellResult.Diverged(cell);
        long steps = trainer.StepCount;
        return new CellOutcome(result, steps, seconds / Math.Max(1, steps), ToDouble(network.Parameters))
        {
            Examples = (long)trainer.EpochCount * data.Train.Count,
        };
    }

    /// <inheritdoc/>
    public double[] InitialParameters(int repeat) => ToDouble(CreateNetwork(repeat).Parameters);

    /// <inheritdoc/>
    public GapPoint MeasureGap(GapState state, double[] parameters, double eta, CancellationToken cancellation)
    {
        Part train = _repeats.Get(0).Data.Train;
        var probe = new NoiseGapProbe<TDouble>(TDouble.Create(parameters), train, Seed(0, RandomStream.Purpose.Gap));
        (double gap, double standardError) = probe.Measure(eta, settings.GapDraws, cancellation);
        (double penalty, double residualLaplacian) = probe.Expand();
        return new GapPoint(state, eta, gap, standardError, penalty, residualLaplacian);
    }

    private static bool Train(Trainer<TNet, T> trainer, NetworkData<T> train, CancellationToken cancellation)
    {
        try
        {
            trainer.Train(train.Inputs, train.Targets, cancellationToken: cancellation);
            return true;
        }
        catch (TrainingDivergedException)
        {
            return false;
        }
    }

    private static double[] ToDouble(ReadOnlySpan<T> values) => Array.ConvertAll(values.ToArray(), double.CreateChecked);

    private TNet CreateNetwork(int repeat) => TNet.Create(Seed(repeat, RandomStream.Purpose.Initialisation));

    private TrainingOptions OptionsOf(Cell cell) => TrainingRecipe.Options(
        cell.Arm.RegularizerOf(cell.Eta),
        cell.EpochsOf(settings.Epochs, Cost),
        settings.Batch,
        Seed(cell.Repeat, RandomStream.Purpose.Training));

    private ulong Seed(int repeat, RandomStream.Purpose purpose) => RandomStream.Seed(settings.Seed, repeat, purpose);
}
