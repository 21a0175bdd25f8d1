using System;
using System.Globalization;
using System.Linq;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Numerics;

public class ActivationFunctionsTests
{
    private static readonly int PointCount = SamplePoints.CountOr(6_000);

    public static TheoryData<string> Names => new(ActivationTable.Cases.Select(activation => activation.Name));

    // The GELU's lower tail is exp(-z^2/2) wide; at -13 its value is still a normal float. Sine: error in ulp only where it is not near 0.
    private static (double Low, double High) ValueDomain(string name) => name == "Sin" ? (-3, 3) : (-13, 30);

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_in_single_precision_agree_with_the_closed_form(string name)
    {
        ActivationCase activation = ActivationTable.Find(name);
        (double low, double high) = ValueDomain(name);
        float[] points = SamplePoints.Floats(low, high, PointCount, tiniest: 1e-30);
        double error = ErrorMeter.Measure(z => activation.Single(z, 0), z => activation.Exact(z, 0), points, absolute: false);
        AssertAtMost(activation.ValueBound, error, $"{name} single value, ulp");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_in_double_precision_agree_with_the_closed_form(string name)
    {
        ActivationCase activation = ActivationTable.Find(name);
        (double low, double high) = ValueDomain(name);
        double[] points = SamplePoints.Doubles(low, high, PointCount);
        double error = ErrorMeter.Measure(z => activation.Double(z, 0), z => activation.Exact(z, 0), points, absolute: false);
        AssertAtMost(activation.ValueBound, error, $"{name} double value, ulp");
    }

    // Absolute bounds. 2^-22 and 2^-21 are the aim for sigma' and sigma''; sigma''' is up to 6 in size (softsign) and
    // its derivative by h up to 24, hence two bits more. An error of h of 2.6 ulp (2^-24 each) enters sigma' doubled.
    [Theory]
    [MemberData(nameof(Names))]
    public void Derivatives_in_single_precision_agree_with_the_closed_form(string name)
    {
        ActivationCase activation = ActivationTable.Find(name);
        float[] points = SamplePoints.Floats(-30, 30, PointCount, tiniest: 1e-30);
        for (int order = 1; order <= 3; order++)
        {
            int k = order;
            double error = ErrorMeter.Measure(z => activation.Single(z, k), z => activation.Exact(z, k), points, absolute: true);
            AssertAtMost(DerivativeBound(order, 24), error, $"{name} single derivative {order}, absolute");
        }
    }

    // The same bounds in units of double's rounding, 29 bits finer.
    [Theory]
    [MemberData(nameof(Names))]
    public void Derivatives_in_double_precision_agree_with_the_closed_form(string name)
    {
        ActivationCase activation = ActivationTable.Find(name);
        double[] points = SamplePoints.Doubles(-30, 30, PointCount);
        for (int order = 1; order <= 3; order++)
        {
            int k = order;
            double error = ErrorMeter.Measure(z => activation.Double(z, k), z => activation.Exact(z, k), points, absolute: true);
            AssertAtMost(DerivativeBound(order, 53), error, $"{name} double derivative {order}, absolute");
        }
    }

    // Independent of every formula: (f(z + d) - f(z - d)) / 2d differs from f'(z) by f''' d^2 / 6 and by rounding / d. With d = 2^-14,
    // derivatives up to the sixth below 120 in size (softsign) give 120 / 6 * 3.7e-9 = 7.5e-8, rounding 6 * 2e-16 / 6e-5 = 2e-11.
    [Theory]
    [MemberData(nameof(Names))]
    public void Derivatives_agree_with_finite_differences(string name)
    {
        const double Step = 1.0 / 16384;
        ActivationCase activation = ActivationTable.Find(name);
        double[] points = Array.FindAll(SamplePoints.Doubles(-8, 8, 600, tiniest: 1e-3), z => Math.Abs(z) > Step);
        for (int order = 1; order <= 3; order++)
        {
            double[] derivative = Values(activation, points, order);
            double[] above = Values(activation, Array.ConvertAll(points, z => z + Step), order - 1);
            double[] below = Values(activation, Array.ConvertAll(points, z => z - Step), order - 1);
            for (int i = 0; i < points.Length; i++)
                Assert.Equal((above[i] - below[i]) / (2 * Step), derivative[i], 1e-7);
        }
    }

    private static double DerivativeBound(int order, int precision) =>
        Math.ScaleB(1, -precision + order switch { 1 => 2, 2 => 3, _ => 5 });

    private static double[] Values(ActivationCase activation, double[] points, int order) =>
        ErrorMeter.Evaluate(z => activation.Double(z, order), points);

    private static void AssertAtMost(double bound, double measured, string what)
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"{what}: measured {measured:G4}, bound {bound:G4}");
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        Assert.True(measured <= bound, line);
    }
}
