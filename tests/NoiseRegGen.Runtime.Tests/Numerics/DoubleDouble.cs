using System;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>An unevaluated sum of two doubles, some 31 digits (T. J. Dekker, Numer. Math. 18, 1971): the tests' yardstick.</summary>
internal readonly struct DoubleDouble
{
    // high is the rounded sum, low what rounding left.
    private DoubleDouble(double high, double low)
    {
        High = high;
        Low = low;
    }

    internal double High { get; }

    internal double Low { get; }

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.High, -a.Low);

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble high = TwoSum(a.High, b.High);
        DoubleDouble low = TwoSum(a.Low, b.Low);
        DoubleDouble sum = Renormalise(high.High, high.Low + low.High);
        return Renormalise(sum.High, sum.Low + low.Low);
    }

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        double product = a.High * b.High;
        double error = Math.FusedMultiplyAdd(a.High, b.High, -product);
        return Renormalise(product, error + ((a.High * b.Low) + (a.Low * b.High)));
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        double first = a.High / b.High;
        DoubleDouble rest = a - (b * first);
        double second = rest.High / b.High;
        rest -= b * second;
        return Renormalise(first, second) + (rest.High / b.High);
    }

    /// <summary>The number given as two doubles, the second of which is small against the first.</summary>
    internal static DoubleDouble FromParts(double high, double low) => Renormalise(high, low);

    /// <summary><c>2^exponent</c> times this.</summary>
    internal DoubleDouble Scale(int exponent) => new(Math.ScaleB(High, exponent), Math.ScaleB(Low, exponent));

    internal DoubleDouble Abs() => High < 0 ? -this : this;

    // Knuth's exact sum of any two doubles.
    private static DoubleDouble TwoSum(double a, double b)
    {
        double sum = a + b;
        double bPart = sum - a;
        return new DoubleDouble(sum, (a - (sum - bPart)) + (b - bPart));
    }

    private static DoubleDouble Renormalise(double high, double low)
    {
        double sum = high + low;
        return new DoubleDouble(sum, low - (sum - high));
    }
}
