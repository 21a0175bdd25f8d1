using System;
using System.Collections.Generic;
using System.Linq;

namespace CompareRegularizers.Equivalence;

/// <summary>The noise gap of one network in one state.</summary>
internal sealed record GapCurve
{
    /// <summary>When.</summary>
    internal required NetworkState State { get; init; }

    /// <summary>The optimiser's steps so far.</summary>
    internal required long Step { get; init; }

    /// <summary>The mean squared error without noise, in standardised units.</summary>
    internal required double MeanSquaredError { get; init; }

    /// <summary>How many standard errors the control variate's mean is off <c>P + r T</c>.</summary>
    internal required double ControlScore { get; init; }

    /// <summary>The gaps, by increasing eta.</summary>
    internal required IReadOnlyList<GapEstimate> Points { get; init; }

    /// <summary>The order in eta of what <c>eta P</c> leaves over; null where too little of it is resolved.</summary>
    internal required Slope? PenaltySlope { get; init; }

    /// <summary>The order in eta of what <c>eta (P + r T)</c> leaves over; null where too little of it is resolved.</summary>
    internal required Slope? FullSlope { get; init; }

    /// <summary>The noise variance at which the examples are told apart.</summary>
    internal required double ReferenceEta { get; init; }

    /// <summary>The gap of each example at that eta.</summary>
    internal required IReadOnlyList<ExampleGap> Examples { get; init; }

    /// <summary><c>mean P</c>.</summary>
    internal double Penalty => Points[0].Penalty;

    /// <summary><c>mean r T</c>.</summary>
    internal double ResidualLaplacian => Points[0].ResidualLaplacian;

    /// <summary>The part of the penalty that the equivalence forgets: <c>r T / P</c>.</summary>
    internal double Share => ResidualLaplacian / Penalty;

    /// <summary>Up to which eta the gap is <c>eta P</c>.</summary>
    internal Reach PenaltyReach => Reach.Of(Points, point => point.PenaltyError);

    /// <summary>Up to which eta the gap is <c>eta (P + r T)</c>.</summary>
    internal Reach FullReach => Reach.Of(Points, point => point.Remainder);

    /// <summary>The part of the variance of the examples' gaps that <c>eta P</c> explains; below 0 it is worse than their mean.</summary>
    internal double PenaltyExplains => Explained(example => example.Penalty);

    /// <summary>The part of the variance of the examples' gaps that <c>eta (P + r T)</c> explains.</summary>
    internal double FullExplains => Explained(example => example.Penalty + example.ResidualLaplacian);

    private double Explained(Func<ExampleGap, double> coefficient)
    {
        double mean = Examples.Average(example => example.Gap);
        return 1 - (Examples.Sum(example => Square(example.Gap - (ReferenceEta * coefficient(example))))
            / Examples.Sum(example => Square(example.Gap - mean)));
    }

    private static double Square(double value) => value * value;
}
