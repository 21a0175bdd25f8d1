using System;
using System.Threading;

namespace CompareRegularizers.Equivalence;

/// <summary>One network on one source of data.</summary>
internal interface IEquivalenceExperiment
{
    /// <summary>How many times progress will be reported.</summary>
    int WorkCount { get; }

    /// <summary>Trains the network and measures it at its start, at its end and on the way; the same for any number of threads.</summary>
    /// <param name="threads">How many threads work at a time.</param>
    /// <param name="advance">Called, from any thread, whenever a piece of work is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="UserErrorException">The training diverged.</exception>
    NetworkMeasurement Run(int threads, Action advance, CancellationToken cancellation);
}
