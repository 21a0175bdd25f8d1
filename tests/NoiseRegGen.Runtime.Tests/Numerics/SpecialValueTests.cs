using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NoiseRegGen.Numerics;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>Limits, signed zeros, NaN, denormals and huge arguments, in both precisions and in every lane.</summary>
public class SpecialValueTests
{
    private const double Infinity = double.PositiveInfinity;

    public static TheoryData<string> Names => new(FunctionCatalogue.All.Keys);

    public static TheoryData<string> ActivationNames => new(ActivationTable.Cases.Select(activation => activation.Name));

    [Theory]
    [InlineData("Exp", Infinity, Infinity)]
    [InlineData("Exp", -Infinity, 0.0)]
    [InlineData("Exp", 0.0, 1.0)]
    [InlineData("Exp", 1e30, Infinity)]
    [InlineData("Exp", -1e30, 0.0)]
    [InlineData("ExpM1", Infinity, Infinity)]
    [InlineData("ExpM1", -Infinity, -1.0)]
    [InlineData("ExpM1", 0.0, 0.0)]
    [InlineData("Log", 0.0, -Infinity)]
    [InlineData("Log", 1.0, 0.0)]
    [InlineData("Log", -1.0, double.NaN)]
    [InlineData("Log", -Infinity, double.NaN)]
    [InlineData("Log", Infinity, Infinity)]
    [InlineData("Log1P", -1.0, -Infinity)]
    [InlineData("Log1P", -2.0, double.NaN)]
    [InlineData("Log1P", -Infinity, double.NaN)]
    [InlineData("Log1P", Infinity, Infinity)]
    [InlineData("Log1P", 0.0, 0.0)]
    [InlineData("Tanh", Infinity, 1.0)]
    [InlineData("Tanh", -Infinity, -1.0)]
    [InlineData("Tanh", 0.0, 0.0)]
    [InlineData("Tanh", -1e30, -1.0)]
    [InlineData("Sigmoid", Infinity, 1.0)]
    [InlineData("Sigmoid", -Infinity, 0.0)]
    [InlineData("Sigmoid", 0.0, 0.5)]
    [InlineData("Softplus", Infinity, Infinity)]
    [InlineData("Softplus", -Infinity, 0.0)]
    [InlineData("Softplus", 1048576.0, 1048576.0)]
    [InlineData("Sin", Infinity, double.NaN)]
    [InlineData("Sin", 0.0, 0.0)]
    [InlineData("Cos", -Infinity, double.NaN)]
    [InlineData("Cos", 0.0, 1.0)]
    [InlineData("Erf", Infinity, 1.0)]
    [InlineData("Erf", -Infinity, -1.0)]
    [InlineData("NormalCdf", Infinity, 1.0)]
    [InlineData("NormalCdf", -Infinity, 0.0)]
    [InlineData("NormalCdf", 0.0, 0.5)]
    [InlineData("NormalPdf", Infinity, 0.0)]
    [InlineData("NormalPdf", -Infinity, 0.0)]
    [InlineData("Relu activation", -Infinity, 0.0)]
    [InlineData("Relu' activation", 0.0, 0.0)]
    [InlineData("LeakyRelu activation", -Infinity, -Infinity)]
    [InlineData("Elu activation", -Infinity, -1.0)]
    [InlineData("Elu' activation", 0.0, 1.0)]
    [InlineData("Softsign activation", Infinity, 1.0)]
    [InlineData("Softsign activation", -Infinity, -1.0)]
    [InlineData("Softsign'' activation", 0.0, 0.0)]
    [InlineData("Silu activation", -Infinity, -0.0)]
    [InlineData("Silu activation", Infinity, Infinity)]
    [InlineData("Silu activation", -1048576.0, -0.0)]
    [InlineData("Silu' activation", Infinity, 1.0)]
    [InlineData("Gelu activation", -Infinity, -0.0)]
    [InlineData("Gelu activation", Infinity, Infinity)]
    [InlineData("Gelu' activation", -Infinity, 0.0)]
    [InlineData("Gelu' activation", 0.0, 0.5)]
    public void Limits_are_exact(string name, double x, double expected) => AssertExact(name, x, expected);

    [Theory]
    [InlineData("ExpM1", -0.0)]
    [InlineData("Log", -Infinity)]
    [InlineData("Log1P", -0.0)]
    [InlineData("Tanh", -0.0)]
    [InlineData("Sin", -0.0)]
    [InlineData("Erf", -0.0)]
    [InlineData("Relu activation", 0.0)]
    [InlineData("Softsign'' activation", 0.0)]
    public void The_result_at_negative_zero_is_exact(string name, double expected) => AssertExact(name, -0.0, expected);

    [Theory]
    [InlineData("Relu activation", -3.0)]
    [InlineData("LeakyRelu' activation", -3.0)]
    [InlineData("Relu'' activation", -3.0)]
    public void Piecewise_constant_results_are_not_NaN_for_a_number(string name, double x) =>
        Assert.False(double.IsNaN(EvaluateDouble(name, x)[0]));

    [Theory]
    [MemberData(nameof(ActivationNames))]
    public void A_NaN_gives_a_NaN_activation(string name)
    {
        for (int i = 0; i < Vector<double>.Count; i++)
            Assert.True(double.IsNaN(EvaluateDouble(name + " activation", double.NaN)[i]));
        for (int i = 0; i < Vector<float>.Count; i++)
            Assert.True(float.IsNaN(EvaluateSingle(name + " activation", float.NaN)[i]));
    }

    [Fact]
    public void A_NaN_gives_NaN_in_every_vector_function()
    {
        foreach (string name in FunctionCatalogue.All.Keys.Where(name => !name.EndsWith(" activation", StringComparison.Ordinal)))
        {
            Assert.True(double.IsNaN(EvaluateDouble(name, double.NaN)[0]), name);
            Assert.True(float.IsNaN(EvaluateSingle(name, float.NaN)[0]), name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_finite_argument_never_gives_NaN(string name)
    {
        if (name is "Log" or "Log1P")
            return;
        foreach (double x in Extremes())
        {
            Assert.False(double.IsNaN(EvaluateDouble(name, x)[0]), $"{name}({x:R})");
            float single = (float)Math.Clamp(x, float.MinValue, float.MaxValue);
            Assert.False(float.IsNaN(EvaluateSingle(name, single)[0]), $"{name}({single:R}f)");
        }
    }

    [Theory]
    [MemberData(nameof(ActivationNames))]
    public void Derivatives_of_finite_arguments_are_finite(string name)
    {
        ActivationCase activation = ActivationTable.Find(name);
        foreach (double x in Extremes())
        {
            for (int order = 1; order <= 3; order++)
            {
                float single = (float)Math.Clamp(x, float.MinValue, float.MaxValue);
                Assert.True(double.IsFinite(activation.Double(new Vector<double>(x), order)[0]), $"order {order} at {x:R}");
                Assert.True(float.IsFinite(activation.Single(new Vector<float>(single), order)[0]), $"order {order} at {single:R}f");
            }
        }
    }

    [Theory]
    [InlineData("Softplus")]
    [InlineData("Silu")]
    [InlineData("Gelu")]
    [InlineData("Tanh")]
    [InlineData("Sigmoid")]
    [InlineData("Elu")]
    public void Second_and_third_derivatives_vanish_far_out(string name)
    {
        ActivationCase activation = ActivationTable.Find(name);
        foreach (double x in new[] { 1e30, -1e30 })
        {
            for (int order = 2; order <= 3; order++)
            {
                Assert.Equal(0.0, activation.Double(new Vector<double>(x), order)[0]);
                Assert.Equal(0f, activation.Single(new Vector<float>((float)x), order)[0]);
            }
        }
    }

    [Theory]
    [InlineData("Tanh")]
    [InlineData("Erf")]
    [InlineData("Sin")]
    [InlineData("ExpM1")]
    [InlineData("Log1P")]
    public void Denormal_arguments_come_back_to_within_a_rounding(string name)
    {
        // f(x) = c x near 0 with c = 1, but c = 2 / sqrt(pi) for erf; the result is a whole number of smallest denormals.
        double slope = name == "Erf" ? 2 / Math.Sqrt(Math.PI) : 1;
        foreach (int steps in new[] { 1, 2, 3, 1000, 4_000_000 })
        {
            float single = BitConverter.Int32BitsToSingle(steps);
            Assert.InRange(EvaluateSingle(name, single)[0], single * (slope - 2e-7) - 1e-45, single * (slope + 2e-7) + 1e-45);
            double wide = BitConverter.Int64BitsToDouble(steps);
            long result = BitConverter.DoubleToInt64Bits(EvaluateDouble(name, wide)[0]);
            Assert.InRange(result, (long)Math.Floor(steps * slope), (long)Math.Ceiling(steps * slope));
        }
    }

    // log(2^k x) = log x + k ln 2: the reference takes the argument where its low word does not underflow or overflow.
    [Theory]
    [InlineData(600, 5e-324, 1e-280)]
    [InlineData(-600, 1e270, 1.7e308)]
    public void Log_is_accurate_at_both_ends_of_double_precision(int shift, double low, double high)
    {
        double[] points = SamplePoints.Doubles(low, high, 3_000, tiniest: low);
        double error = ErrorMeter.Measure(
            VectorFunctions.Log,
            x => ReferenceFunctions.Log(Math.ScaleB(x, shift)) - (ReferenceFunctions.Log(2) * shift),
            points,
            absolute: false);

        // The bound of the table of errors; 0.5 is the least that rounding leaves.
        Assert.InRange(error, 0.45, 0.8);
    }

    // The double-double reference ends at e^-700. Math.Exp is within an ulp, and so near underflow sigmoid, softplus and exp agree.
    [Fact]
    public void Exponentials_underflow_gradually_in_double_precision()
    {
        for (double x = -746; x < -690; x += 0.17)
        {
            double expected = Math.Exp(x);
            double tolerance = Math.Max(3 * double.Epsilon, 5e-16 * expected);
            Assert.InRange(EvaluateDouble("Exp", x)[0], expected - tolerance, expected + tolerance);
            Assert.InRange(EvaluateDouble("Sigmoid", x)[0], expected - tolerance, expected + tolerance);
            Assert.InRange(EvaluateDouble("Softplus", x)[0], expected - tolerance, expected + tolerance);
        }
    }

    // Published by the format: the last finite result and the first infinite one.
    [Fact]
    public void Exp_overflows_at_the_largest_number()
    {
        Assert.True(float.IsFinite(EvaluateSingle("Exp", 88.72283f)[0]));
        Assert.Equal(float.PositiveInfinity, EvaluateSingle("Exp", 88.72284f)[0]);
        Assert.True(double.IsFinite(EvaluateDouble("Exp", 709.782712893384)[0]));
        Assert.Equal(Infinity, EvaluateDouble("Exp", 709.7827128933841)[0]);
        Assert.True(float.IsFinite(EvaluateSingle("ExpM1", 88.72283f)[0]));
        Assert.Equal(Infinity, EvaluateDouble("ExpM1", 709.7827128933841)[0]);
    }

    private static void AssertExact(string name, double x, double expected)
    {
        long bits = BitConverter.DoubleToInt64Bits(expected);
        for (int i = 0; i < Vector<double>.Count; i++)
            Assert.Equal(bits, BitConverter.DoubleToInt64Bits(Canonical(EvaluateDouble(name, x)[i])));
        for (int i = 0; i < Vector<float>.Count; i++)
            Assert.Equal(bits, BitConverter.DoubleToInt64Bits(Canonical(EvaluateSingle(name, (float)x)[i])));
    }

    private static IEnumerable<double> Extremes()
    {
        double[] magnitudes =
        [
            0, double.Epsilon, 1e-310, 1e-45, 1e-38, 1, 16, 40, 88.8, 104, 128, 709.9, 746, 1024, 1e5, 1e9, 1e16, 1e30, 3e38, 1e200,
            double.MaxValue,
        ];
        return magnitudes.Concat(magnitudes.Select(magnitude => -magnitude));
    }

    private static Vector<double> EvaluateDouble(string name, double x) => FunctionCatalogue.All[name].Double(new Vector<double>(x));

    private static Vector<float> EvaluateSingle(string name, float x) => FunctionCatalogue.All[name].Single(new Vector<float>(x));

    // All NaNs are one to these tests.
    private static double Canonical(double value) => double.IsNaN(value) ? double.NaN : value;
}
