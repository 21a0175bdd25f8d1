using System;
using System.Diagnostics;
using System.Threading;
using CompareRegularizers.Data;
using NoiseRegGen;
using NoiseRegGen.Training;

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
        TSingle network = CreateNetwork(cell.Repeat);
        (bool converged, long steps, double secondsPerStep) = Train(network, data.Train, cell, cancellation);
        CellResult result = converged ? Evaluate(network, data, cell) : CellResult.Diverged(cell);
        return new CellOutcome(result, steps, secondsPerStep, ToDouble(network.Parameters));
    }

    /// <inheritdoc/>
    public double[] InitialParameters(int repeat) => ToDouble(CreateNetwork(repeat).Parameters);

    /// <inheritdoc/>
    public GapPoint MeasureGap(GapState state, double[] parameters, double eta, CancellationToken cancellation)
    {
        Part train = RepeatData.Prepare(source, settings.Seed, 0).Train;
        var probe = new NoiseGapProbe<TDouble>(TDouble.Create(parameters), train, Seed(0, RandomStream.Purpose.Gap));
        (double gap, double standardError) = probe.Measure(eta, settings.GapDraws, cancellation);
        NoiseExpansion<double> expansion = probe.Expand();
        return new GapPoint(state, eta, gap, standardError, expansion.Penalty, expansion.ResidualLaplacian);
    }

    private static CellResult Evaluate(TSingle network, RepeatData data, Cell cell)
    {
        MlpWorkspace<float> workspace = TSingle.CreateWorkspace();
        return new CellResult(cell, Rmse(data.Train), Rmse(data.Validation), Rmse(data.Test), MeanPenalty(network, data.Train, workspace));

        double Rmse(Part part) => data.TargetDeviation * Evaluation.RootMeanSquaredError<TSingle, float>(
            network, RepeatData.ToSingle(part.Inputs), RepeatData.ToSingle(part.Targets), workspace);
    }

    private static double MeanPenalty(TSingle network, Part part, MlpWorkspace<float> workspace)
    {
        var norms = new float[part.Count];
        network.SquaredGradientNorms(RepeatData.ToSingle(part.Inputs), norms, workspace);
        double sum = 0;
        foreach (float norm in norms)
            sum += norm;
        return sum / norms.Length;
    }

    private static double[] ToDouble(ReadOnlySpan<float> values) => Array.ConvertAll(values.ToArray(), value => (double)value);

    private TSingle CreateNetwork(int repeat) => TSingle.Create(Seed(repeat, RandomStream.Purpose.Initialisation));

    private (bool Converged, long Steps, double SecondsPerStep) Train(
        TSingle network, Part train, Cell cell, CancellationToken cancellation)
    {
        var optimizer = new Adam<float>(network.Parameters.Length, settings.LearningRate);
        var trainer = new Trainer<TSingle, float>(network, optimizer, OptionsOf(cell));
        bool converged = true;
        float[] inputs = RepeatData.ToSingle(train.Inputs), targets = RepeatData.ToSingle(train.Targets);
        long start = Stopwatch.GetTimestamp();
        try
        {
            trainer.Train(inputs, targets, cancellationToken: cancellation);
        }
        catch (TrainingDivergedException)
        {
            converged = false;
        }

        return (converged, trainer.StepCount, Stopwatch.GetElapsedTime(start).TotalSeconds / Math.Max(1, trainer.StepCount));
    }

    // A fixed number of epochs, the step size falling to 0, and no early stopping, which would be a regulariser of its own. The
    // penalty grows with high powers of the weights: eta rises to its value over the first tenth, and a gradient that explodes
    // all the same is cut, in every arm alike.
    private TrainingOptions OptionsOf(Cell cell) => new()
    {
        BatchSize = settings.Batch,
        Epochs = settings.Epochs,
        Seed = Seed(cell.Repeat, RandomStream.Purpose.Training),
        Schedule = LearningRateSchedule.Linear,
        EtaWarmUpFraction = 0.1,
        ClipNorm = 10,
        Regularizer = cell.Arm switch
        {
            Arm.None => Regularizer.None,
            Arm.WeightNoise => Regularizer.WeightNoise(cell.Eta),
            Arm.GradientPenalty => Regularizer.GradientPenalty(cell.Eta),
            _ => throw new ArgumentOutOfRangeException(nameof(cell), cell.Arm, null),
        },
    };

    private ulong Seed(int repeat, RandomStream.Purpose purpose) => RandomStream.Seed(settings.Seed, repeat, purpose);
}
