using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace CompareRegularizers.Experiments;

/// <summary>
/// Runs a plan on several threads. Each run computes alone on one thread and has its place in the result, so the numbers do not
/// depend on the number of threads.
/// </summary>
internal sealed class ComparisonRunner(IExperiment experiment, ComparisonSettings settings, int threads)
{
    private readonly IReadOnlyList<Cell> _cells = ExperimentPlan.Cells(settings);

    /// <summary>The number of training runs.</summary>
    internal int RunCount => _cells.Count;

    /// <summary>How many times progress will be reported.</summary>
    internal int WorkCount => _cells.Count + (2 * settings.GapEtas.Count);

    /// <summary>Runs everything.</summary>
    /// <param name="advance">Called, from any thread, whenever a piece of work is done.</param>
    /// <param name="cancellation">Stops the runs under way between two epochs.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal ComparisonResult Run(Action advance, CancellationToken cancellation)
    {
        var outcomes = new CellOutcome[_cells.Count];
        ForEach(_cells.Count, i => outcomes[i] = experiment.Run(_cells[i], cancellation), advance, cancellation);

        // The plan opens with the first repeat of the arm without a regulariser.
        double[] initial = experiment.InitialParameters(0);
        double[] trained = outcomes[0].Parameters;
        int count = settings.GapEtas.Count;
        var gaps = new GapPoint[2 * count];
        ForEach(gaps.Length, i => gaps[i] = MeasureGap(i / count, settings.GapEtas[i % count]), advance, cancellation);
        return new ComparisonResult(outcomes, gaps);

        GapPoint MeasureGap(int state, double eta) => state == 0
            ? experiment.MeasureGap(GapState.Initial, initial, eta, cancellation)
            : experiment.MeasureGap(GapState.Trained, trained, eta, cancellation);
    }

    // One item at a time: ranges would leave a thread idle at the end.
    private void ForEach(int count, Action<int> work, Action advance, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.ForEach(
            Partitioner.Create(Enumerable.Range(0, count), EnumerablePartitionerOptions.NoBuffering),
            options,
            index =>
            {
                work(index);
                advance();
            });
    }
}
