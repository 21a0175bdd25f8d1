using System;

namespace NoiseRegGen.Numerics.Tests;

/// <summary>Euclidean norms, and assertions in them: a component that cancels is not held to its own size.</summary>
internal static class Norms
{
    public static double Norm(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value * value;
        return Math.Sqrt(sum);
    }

    public static double Distance(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        if (left.Length != right.Length)
            throw new ArgumentException($"{left.Length} numbers against {right.Length}.");
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
            sum += (left[i] - right[i]) * (left[i] - right[i]);
        return Math.Sqrt(sum);
    }

    public static double RelativeDistance(ReadOnlySpan<double> actual, ReadOnlySpan<double> expected) =>
        Distance(actual, expected) / Math.Max(Norm(expected), double.Epsilon);
}
