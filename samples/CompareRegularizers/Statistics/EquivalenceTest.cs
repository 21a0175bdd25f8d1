using System;
using MathNet.Numerics.Distributions;

namespace CompareRegularizers.Statistics;

/// <summary>
/// Two one-sided paired t tests (TOST; Schuirmann 1987): what it takes to claim that two arms do the same, which "no significant
/// difference" does not show. The margin has to be stated before the data are seen.
/// </summary>
internal static class EquivalenceTest
{
    private const double Level = 0.90;

    /// <summary>Tests whether the mean difference lies within the margin.</summary>
    /// <param name="differences">All finite; of fewer than two nothing is known, and all results are NaN.</param>
    /// <param name="margin">Finite, above 0, in the units of the differences.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="margin"/> is not above 0, or not finite.</exception>
    internal static EquivalenceResult Paired(ReadOnlySpan<double> differences, double margin)
    {
        if (!double.IsFinite(margin) || margin <= 0)
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "margin must be finite and above 0.");
        (double mean, double deviation) = Moments(differences);
        int count = differences.Length;
        if (count < 2)
        {
            var unknown = new ConfidenceInterval(double.NaN, double.NaN, Level);
            return new EquivalenceResult(count, mean, double.NaN, margin, double.NaN, double.NaN, unknown);
        }

        double error = deviation / Math.Sqrt(count);
        double half = error * StudentT.InvCDF(0, 1, count - 1, (1 + Level) / 2);
        return new EquivalenceResult(
            count,
            mean,
            deviation,
            margin,
            UpperTail((mean + margin) / error, count - 1),
            UpperTail((margin - mean) / error, count - 1),
            new ConfidenceInterval(mean - half, mean + half, Level));
    }

    /// <summary>
    /// How many pairs show equivalence with the given power when the true difference is 0, in the normal approximation
    /// <c>n = (z_{1 - alpha} + z_{(1 + power) / 2})^2 (deviation / margin)^2</c>: for 5 % and 80 %, 8.6 times the square.
    /// </summary>
    internal static double RequiredPairs(double deviation, double margin, double alpha = 0.05, double power = 0.8)
    {
        double z = Normal.InvCDF(0, 1, 1 - alpha) + Normal.InvCDF(0, 1, (1 + power) / 2);
        return Math.Ceiling(Math.Pow(z * deviation / margin, 2));
    }

    // Differences that are all the same have no error: t is infinite, or 0/0 just at the margin, which does not lie within it.
    private static double UpperTail(double t, int degrees) =>
        double.IsNaN(t) ? 1 : double.IsInfinity(t) ? (t > 0 ? 0 : 1) : StudentT.CDF(0, 1, degrees, -t);

    private static (double Mean, double Deviation) Moments(ReadOnlySpan<double> values)
    {
        double mean = 0, squares = 0;
        foreach (double value in values)
            mean += value;
        mean /= values.Length;
        foreach (double value in values)
            squares += (value - mean) * (value - mean);
        return (mean, Math.Sqrt(squares / (values.Length - 1)));
    }
}
