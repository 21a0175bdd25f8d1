using System;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>The yardstick itself, against values computed with 50 digits by mpmath 1.3 and split into two doubles.</summary>
public class ReferenceFunctionsTests
{
    // The reference is to be exact against a double's 1.1e-16; 1e-25 leaves six orders for lost digits (Phi in the tail).
    private const double Tolerance = 1e-25;

    [Theory]
    [InlineData("exp", 1.25, 3.4903429574618414, -4.604261945372796e-17)]
    [InlineData("exp", -600.3, 1.9634620584977012e-261, 9.153447526726684e-279)]
    [InlineData("expm1", 1e-09, 1.0000000005000001e-09, -7.443897403844588e-26)]
    [InlineData("expm1", -3.7, -0.9752764735296606, 1.258293001309132e-17)]
    [InlineData("log", 0.7, -0.35667494393873245, 4.82556379937662e-18)]
    [InlineData("log", 1e+200, 460.51701859880916, -2.2129109272629473e-14)]
    [InlineData("log", 1.0000001, 9.999999505838704e-08, 1.5249709528441489e-24)]
    [InlineData("log1p", -0.99, -4.605170185988091, 4.341512446764495e-16)]
    [InlineData("log1p", 1e-12, 9.999999999995e-13, 2.4217940103012377e-29)]
    [InlineData("tanh", 0.01, 0.00999966667999946, 2.249494707259477e-19)]
    [InlineData("tanh", -2.5, -0.9866142981514303, 2.4529238788172874e-17)]
    [InlineData("sigmoid", -30.5, 5.6756852326324e-14, 7.790731367469167e-31)]
    [InlineData("sigmoid", 3.25, 0.9626731126558705, 1.7754778213661336e-17)]
    [InlineData("softplus", -20.75, 9.736200308269886e-10, -6.906256442765937e-26)]
    [InlineData("softplus", 1.5, 1.7014132779827524, -2.715722760620657e-17)]
    [InlineData("sin", 3.0, 0.1411200080598672, 8.577269787017502e-18)]
    [InlineData("sin", 11.5, -0.8754521746884285, -1.8679979518471452e-17)]
    [InlineData("sin", 35184372088831.0, -0.1970708227694382, -1.01446174573256e-17)]
    [InlineData("cos", 0.1, 0.9950041652780258, -5.50210156918377e-17)]
    [InlineData("cos", -35184372088831.0, 0.9803892547416952, 3.074071527475224e-17)]
    [InlineData("cos", 1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33)]
    [InlineData("erf", 0.3, 0.3286267594591274, 2.2908254446982777e-17)]
    [InlineData("erf", -2.2, -0.9981371537020182, 5.4872057312796384e-17)]
    [InlineData("erf", 4.5, 0.9999999998033839, 1.2614727975054947e-17)]
    [InlineData("Phi", -0.7, 0.24196365222307303, -4.937435700328491e-18)]
    [InlineData("Phi", -4.9, 4.79183276590319e-07, 1.523564596013434e-23)]
    [InlineData("Phi", -5.1, 1.6982674071476014e-07, 1.0399354132329008e-23)]
    [InlineData("Phi", -36.5, 5.544725713074845e-292, -4.067152249391959e-308)]
    [InlineData("Phi", 1.75, 0.9599408431361829, 2.318421951053467e-17)]
    public void The_reference_agrees_with_fifty_digit_values(string function, double x, double high, double low)
    {
        DoubleDouble expected = DoubleDouble.FromParts(high, low);
        DoubleDouble error = Evaluate(function, x) - expected;
        Assert.True(Math.Abs(error.High) <= Tolerance * Math.Abs(expected.High), $"relative error {error.High / high:E2}");
    }

    private static DoubleDouble Evaluate(string function, double x) => function switch
    {
        "exp" => ReferenceFunctions.Exp(x),
        "expm1" => ReferenceFunctions.ExpM1(x),
        "log" => ReferenceFunctions.Log(x),
        "log1p" => ReferenceFunctions.Log1P(x),
        "tanh" => ReferenceFunctions.Tanh(x),
        "sigmoid" => ReferenceFunctions.Sigmoid(x),
        "softplus" => ReferenceFunctions.Softplus(x),
        "sin" => ReferenceFunctions.Sin(x),
        "cos" => ReferenceFunctions.Cos(x),
        "erf" => ReferenceFunctions.Erf(x),
        "Phi" => ReferenceFunctions.NormalCdf(x),
        _ => throw new ArgumentException($"unknown function {function}", nameof(function)),
    };
}
