using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace CompareRegularizers.Experiments;

/// <summary>
/// Runs a plan on several threads, leaving out what is kept already. Each run computes alone on one thread and has its place in the
/// result, so the numbers depend neither on the number of threads nor on how often the work was stopped.
/// </summary>
internal sealed class ComparisonRunner(IExperiment experiment, ComparisonSettings settings, IOutcomeStore store, int threads)
{
    // A gap costs so many passes over the training part per pair of draws: three forward ones, a ninth of an epoch's work each.
    private const double GapWeight = 1.0 / 3;

    private readonly IReadOnlyList<Cell> _cells = ExperimentPlan.Cells(settings, experiment.Cost);

    /// <summary>The training runs, in the order of the plan.</summary>
    internal IReadOnlyList<Cell> Cells => _cells;

    /// <summary>How many pieces of work there are.</summary>
    internal int WorkCount => _cells.Count + (2 * settings.GapEtas.Count);

    /// <summary>All the work, in epochs without a regulariser.</summary>
    internal double TotalWeight => _cells.Sum(WeightOf) + (2 * settings.GapEtas.Count * GapWeightOf());

    /// <summary>Whether a run's parameters are needed after it: those of the network whose noise gap is measured.</summary>
    internal static bool KeepsParameters(Cell cell) => cell is { Repeat: 0 } && cell.Arm == Arm.None;

    /// <summary>Runs everything.</summary>
    /// <param name="done">Called, from any thread, whenever a piece of work is done.</param>
    /// <param name="cancellation">Stops the runs under way between two steps.</param>
    /// <exception cref="OperationCanceledException">It was stopped; what was finished is kept.</exception>
    internal ComparisonResult Run(Action<WorkDone> done, CancellationToken cancellation)
    {
        var outcomes = new ConcurrentDictionary<Cell, CellOutcome>();
        ForEach(ExperimentPlan.InOrderOfWork(_cells), cell => done(RunCell(cell, outcomes, cancellation)), cancellation);

        double[] initial = experiment.InitialParameters(0);
        double[] trained = outcomes[_cells.First(KeepsParameters)].Parameters;
        int count = settings.GapEtas.Count;
        var gaps = new GapPoint[2 * count];
        ForEach([.. Enumerable.Range(0, gaps.Length)], i => done(MeasureGap(i)), cancellation);
        return new ComparisonResult([.. _cells.Select(cell => outcomes[cell])], gaps);

        WorkDone MeasureGap(int i)
        {
            (GapState state, double[] parameters) = i < count ? (GapState.Initial, initial) : (GapState.Trained, trained);
            double eta = settings.GapEtas[i % count];
            GapPoint? kept = store.LoadGap(state, eta);
            gaps[i] = kept ?? experiment.MeasureGap(state, parameters, eta, cancellation);
            if (kept is null)
                store.SaveGap(gaps[i]);
            return new WorkDone(null, GapWeightOf(), kept is not null);
        }
    }

    private WorkDone RunCell(Cell cell, ConcurrentDictionary<Cell, CellOutcome> outcomes, CancellationToken cancellation)
    {
        CellOutcome? kept = store.Load(cell);
        CellOutcome outcome = kept ?? experiment.Run(cell, cancellation);
        if (kept is null)
            store.Save(outcome);
        outcomes[cell] = KeepsParameters(cell) ? outcome : outcome with { Parameters = [] };
        return new WorkDone(outcome, WeightOf(cell), kept is not null);
    }

    private double WeightOf(Cell cell) => cell.EpochsOf(settings.Epochs, experiment.Cost) * cell.Arm.RelativeCost(experiment.Cost);

    private double GapWeightOf() => settings.GapDraws * GapWeight;

    // One item at a time: ranges would leave a thread idle at the end.
    private void ForEach<T>(IReadOnlyList<T> items, Action<T> work, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        try
        {
            Parallel.ForEach(Partitioner.Create(items, EnumerablePartitionerOptions.NoBuffering), options, work);
        }
        catch (AggregateException e)
        {
            // A full disk, say, in one of the threads: one error, not a list of them.
            ExceptionDispatchInfo.Throw(e.InnerExceptions.FirstOrDefault(inner => inner is not OperationCanceledException) ?? e);
        }
    }
}
