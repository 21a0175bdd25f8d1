using System;
using System.Collections.Generic;

namespace CompareRegularizers.Equivalence;

/// <summary>How far a prediction of the gap goes.</summary>
/// <param name="Eta">Up to this eta the prediction is within the tolerance; 0 where it is so at no eta of the grid.</param>
/// <param name="WholeGrid">Whether that is the end of the grid and not of the prediction.</param>
internal readonly record struct Reach(double Eta, bool WholeGrid)
{
    /// <summary>A prediction holds where it is off by at most this part of <c>eta P</c>.</summary>
    internal const double Tolerance = 0.1;

    /// <summary>The reach of a prediction; between two etas of the grid the error is taken as a power of eta.</summary>
    /// <param name="points">The measured gaps, by increasing eta.</param>
    /// <param name="error">The prediction's error.</param>
    internal static Reach Of(IReadOnlyList<GapEstimate> points, Func<GapEstimate, double> error)
    {
        for (int i = 0; i < points.Count; i++)
        {
            double here = Relative(points[i]);
            // Written so that a gap that is no number ends the reach.
            if (here <= Tolerance)
                continue;
            return i == 0 ? default : new Reach(Interpolate(points[i - 1].Eta, Relative(points[i - 1]), points[i].Eta, here), false);
        }

        return new Reach(points[^1].Eta, true);

        double Relative(GapEstimate point) => Math.Abs(error(point)) / point.PenaltyPrediction;
    }

    private static double Interpolate(double eta0, double error0, double eta1, double error1)
    {
        double part = Math.Log(Tolerance / error0) / Math.Log(error1 / error0);
        return double.IsFinite(part) ? eta0 * Math.Pow(eta1 / eta0, Math.Clamp(part, 0, 1)) : eta0;
    }
}
