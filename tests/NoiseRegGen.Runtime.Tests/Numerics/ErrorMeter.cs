using System;
using System.Numerics;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>Evaluates vector functions over arrays, every lane filled with a point of its own, and measures the largest error.</summary>
internal static class ErrorMeter
{
    internal static double[] Evaluate(Func<Vector<double>, Vector<double>> function, double[] points)
    {
        double[] results = new double[points.Length];
        double[] lanes = new double[Vector<double>.Count];
        for (int i = 0; i < points.Length; i += lanes.Length)
        {
            int count = Math.Min(lanes.Length, points.Length - i);
            points.AsSpan(i, count).CopyTo(lanes);
            function(new Vector<double>(lanes)).CopyTo(lanes);
            lanes.AsSpan(0, count).CopyTo(results.AsSpan(i));
        }

        return results;
    }

    internal static float[] Evaluate(Func<Vector<float>, Vector<float>> function, float[] points)
    {
        float[] results = new float[points.Length];
        float[] lanes = new float[Vector<float>.Count];
        for (int i = 0; i < points.Length; i += lanes.Length)
        {
            int count = Math.Min(lanes.Length, points.Length - i);
            points.AsSpan(i, count).CopyTo(lanes);
            function(new Vector<float>(lanes)).CopyTo(lanes);
            lanes.AsSpan(0, count).CopyTo(results.AsSpan(i));
        }

        return results;
    }

    /// <summary>The largest error of a double function: in units in the last place of the exact result, or absolute.</summary>
    internal static double Measure(
        Func<Vector<double>, Vector<double>> function, Func<double, DoubleDouble> exact, double[] points, bool absolute)
    {
        double[] results = Evaluate(function, points);
        double largest = 0;
        for (int i = 0; i < points.Length; i++)
        {
            DoubleDouble expected = exact(points[i]);
            double error = Math.Abs((expected - results[i]).High);
            Include(ref largest, absolute ? error : error / UlpOfDouble(expected.High));
        }

        return largest;
    }

    /// <summary>The same for a float function.</summary>
    internal static double Measure(
        Func<Vector<float>, Vector<float>> function, Func<double, DoubleDouble> exact, float[] points, bool absolute)
    {
        float[] results = Evaluate(function, points);
        double largest = 0;
        for (int i = 0; i < points.Length; i++)
        {
            double expected = exact(points[i]).High;
            double error = Math.Abs(expected - results[i]);
            Include(ref largest, absolute ? error : error / UlpOfFloat(expected));
        }

        return largest;
    }

    // A NaN error must fail the test, not slip through a comparison.
    private static void Include(ref double largest, double error) => largest = error <= largest ? largest : error;

    private static double UlpOfDouble(double value) => Math.ScaleB(1, (value == 0 ? -1022 : Math.Max(Math.ILogB(value), -1022)) - 52);

    private static double UlpOfFloat(double value) => Math.ScaleB(1, (value == 0 ? -126 : Math.Max(Math.ILogB(value), -126)) - 23);
}
