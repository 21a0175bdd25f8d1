using System;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Training;

/// <summary>Argument checks whose messages say what was expected and what came.</summary>
internal static class Require
{
    internal static int AtLeast(int value, int least, [CallerMemberName] string name = "") =>
        value >= least ? value : Throw<int>(name, value, $"at least {least}");

    internal static double Positive(double value, [CallerMemberName] string name = "") =>
        double.IsFinite(value) && value > 0 ? value : Throw<double>(name, value, "finite and above 0");

    internal static double NotNegative(double value, [CallerMemberName] string name = "") =>
        double.IsFinite(value) && value >= 0 ? value : Throw<double>(name, value, "finite and at least 0");

    /// <summary>A factor of an exponential mean: in [0, 1).</summary>
    internal static double DecayFactor(double value, [CallerMemberName] string name = "") =>
        value is >= 0 and < 1 ? value : Throw<double>(name, value, "in [0, 1)");

    internal static double Fraction(double value, [CallerMemberName] string name = "") =>
        value is >= 0 and <= 1 ? value : Throw<double>(name, value, "in [0, 1]");

    /// <summary>A positive number that is still above zero when rounded to <typeparamref name="T"/>.</summary>
    internal static T PositiveAs<T>(double value, string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T rounded = T.CreateChecked(Positive(value, name));
        if (rounded == T.Zero || T.IsInfinity(rounded))
            Throw<double>(name, value, $"representable as a positive {typeof(T).Name}");
        return rounded;
    }

    internal static void Length(int actual, int expected, string name)
    {
        if (actual != expected)
            throw new ArgumentException($"{name} has length {actual}; expected {expected}.", name);
    }

    internal static void Disjoint<T>(ReadOnlySpan<T> output, ReadOnlySpan<T> other, string outputName, string otherName)
    {
        if (output.Overlaps(other))
            throw new ArgumentException($"{outputName} overlaps {otherName}; expected separate memory.", outputName);
    }

    /// <summary>The number of rows of a data set, from its two tables.</summary>
    internal static int Rows(int xLength, int yLength, int inputs, int outputs, string xName, string yName)
    {
        if (xLength == 0 || xLength % inputs != 0)
            throw new ArgumentException($"{xName} has length {xLength}; expected a positive multiple of the {inputs} inputs.", xName);
        int rows = xLength / inputs;
        if (yLength != (long)rows * outputs)
        {
            throw new ArgumentException(
                $"{yName} has length {yLength}; expected {rows} rows x {outputs} outputs = {(long)rows * outputs}.", yName);
        }
        return rows;
    }

    [DoesNotReturn]
    private static TValue Throw<TValue>(string name, object value, string expected) =>
        throw new ArgumentOutOfRangeException(name, value, $"{name} must be {expected}.");
}
