using System;
using System.Globalization;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>Reproducible test arguments: a third uniform, a third log-uniform down to the denormals, a third near 1.</summary>
internal static class SamplePoints
{
    /// <summary>How many points a measurement takes: the usual number, or what <c>NRG_ACCURACY_POINTS</c> says.</summary>
    internal static int CountOr(int usual)
    {
        string? wanted = Environment.GetEnvironmentVariable("NRG_ACCURACY_POINTS");
        return int.TryParse(wanted, CultureInfo.InvariantCulture, out int count) ? count : usual;
    }

    internal static float[] Floats(double low, double high, int count, double tiniest = 1e-44)
    {
        double[] wide = Doubles(low, high, count, tiniest);
        float[] points = new float[count];
        for (int i = 0; i < count; i++)
            points[i] = (float)Math.Clamp(wide[i], low, high);
        return points;
    }

    internal static double[] Doubles(double low, double high, int count, double tiniest = 1e-270)
    {
        Random random = new(20261123);
        double[] points = new double[count];
        for (int i = 0; i < count; i++)
        {
            double sign = low < 0 && (i & 1) == 0 ? -1 : 1;
            double limit = sign < 0 ? -low : high;
            double candidate = (i % 3) switch
            {
                0 => low + ((high - low) * random.NextDouble()),
                1 => sign * tiniest * Math.Pow(limit / tiniest, random.NextDouble()),
                _ => sign * Math.Min(limit, 1) * Math.Exp(4 * (random.NextDouble() - 0.5)),
            };
            points[i] = candidate > low && candidate < high ? candidate : low + ((high - low) * random.NextDouble());
        }

        return points;
    }
}
