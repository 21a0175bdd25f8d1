using System.Globalization;
using System.Linq;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Numerics;

public class VectorFunctionsAccuracyTests
{
    // The stated errors were measured with 300,000 points each; fewer do to notice a change.
    private static readonly int PointCount = SamplePoints.CountOr(9_000);

    public static TheoryData<string> Names => new(AccuracyTable.Cases.Select(accuracy => accuracy.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_largest_error_in_single_precision_is_the_stated_one(string name)
    {
        AccuracyCase accuracy = Find(name);
        float[] points = SamplePoints.Floats(accuracy.SingleDomain.Low, accuracy.SingleDomain.High, PointCount);
        AssertNear(accuracy.SingleBound, ErrorMeter.Measure(accuracy.Single, accuracy.Exact, points, accuracy.Absolute), name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_largest_error_in_double_precision_is_the_stated_one(string name)
    {
        AccuracyCase accuracy = Find(name);
        double[] points = SamplePoints.Doubles(accuracy.DoubleDomain.Low, accuracy.DoubleDomain.High, PointCount);
        AssertNear(accuracy.DoubleBound, ErrorMeter.Measure(accuracy.Double, accuracy.Exact, points, accuracy.Absolute), name);
    }

    // Two-sided: an error far below the stated one would mean that the measurement, not the function, has become good.
    private static void AssertNear(double stated, double measured, string name)
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"{name}: measured {measured:G4}, stated {stated:G4}");
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        Assert.InRange(measured, 0.6 * stated, stated);
    }

    private static AccuracyCase Find(string name) => AccuracyTable.Cases.First(accuracy => accuracy.Name == name);
}
