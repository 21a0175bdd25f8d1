using System.Threading;

namespace CompareRegularizers.Experiments;

/// <summary>One network on one source of data. Every result is a pure function of its arguments, from any thread.</summary>
internal interface IExperiment
{
    /// <summary>The size of the network, for the costs of the arms.</summary>
    NetworkCost Cost { get; }

    /// <summary>Trains and evaluates one network.</summary>
    CellOutcome Run(Cell cell, CancellationToken cancellation);

    /// <summary>The parameters with which every arm of a repeat starts.</summary>
    double[] InitialParameters(int repeat);

    /// <summary>Measures the noise gap on the first repeat's training part.</summary>
    /// <param name="state">What the parameters are, for the record.</param>
    /// <param name="parameters">The network.</param>
    /// <param name="eta">The noise variance.</param>
    /// <param name="cancellation">Stops the measurement.</param>
    GapPoint MeasureGap(GapState state, double[] parameters, double eta, CancellationToken cancellation);
}
