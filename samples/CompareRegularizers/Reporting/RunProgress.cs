using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using CompareRegularizers.Experiments;

namespace CompareRegularizers.Reporting;

/// <summary>How far a comparison is: written by the threads that work, read by the one that shows.</summary>
internal sealed class RunProgress
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Arm, ArmProgress> _arms;
    private readonly double _total;
    private readonly long _start = Stopwatch.GetTimestamp();
    private double _done;
    private double _kept;
    private long _examples;
    private int _count;

    /// <summary>Prepares for the work of a runner.</summary>
    internal RunProgress(IReadOnlyList<Cell> cells, int workCount, double totalWeight)
    {
        _arms = cells.GroupBy(cell => cell.Arm).ToDictionary(arm => arm.Key, arm => new ArmProgress(arm.Key, arm.Count(), 0, double.NaN));
        (WorkCount, _total) = (workCount, totalWeight);
    }

    /// <summary>The number of pieces of work.</summary>
    internal int WorkCount { get; }

    /// <summary>Takes note of a piece of work.</summary>
    internal void Add(WorkDone done)
    {
        lock (_gate)
        {
            _count++;
            _done += done.Weight;
            _kept += done.Kept ? done.Weight : 0;
            if (done.Outcome is not { } outcome)
                return;
            _examples += done.Kept ? 0 : outcome.Examples;
            Arm arm = outcome.Result.Cell.Arm;
            _arms[arm] = _arms[arm].With(outcome.Result.ValidationRmse);
        }
    }

    /// <summary>How far it is now.</summary>
    internal ProgressSnapshot Snapshot()
    {
        lock (_gate)
        {
            TimeSpan elapsed = Stopwatch.GetElapsedTime(_start);
            double fresh = _done - _kept, left = _total - _done;
            TimeSpan? remaining = fresh > 0 ? elapsed * (left / fresh) : null;
            return new ProgressSnapshot(
                _count, WorkCount, Math.Min(1, _done / _total), elapsed, remaining, _examples, [.. _arms.Values]);
        }
    }
}
