using System.Linq;
using CompareRegularizers;
using CompareRegularizers.Data;
using MathNet.Numerics.Statistics;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Data;

public class StandardizationTests
{
    private static readonly IDataSource Names = new Friedman1(2, 2, 2);

    [Fact]
    public void The_training_part_has_mean_0_and_variance_1_in_every_column()
    {
        Part train = new Friedman1(300, 2, 2).Draw(1, 0).Train;
        Part standard = Standardization.Fit(train, Names).Apply(train);
        for (int column = 0; column < 10; column++)
            AssertStandard([.. standard.Inputs.Where((_, i) => i % 10 == column)]);
        AssertStandard(standard.Targets);
    }

    [Fact]
    public void Other_parts_are_measured_with_the_training_parts_statistics()
    {
        // Mean 2, population deviation 1 of the inputs; mean 20, deviation 10 of the targets.
        var units = Standardization.Fit(new Part([1, 3], [10, 30]), Names);
        Part other = units.Apply(new Part([5], [0]));
        Assert.Equal([3.0], other.Inputs);
        Assert.Equal([-2.0], other.Targets);
        Assert.Equal(20, units.TargetMean);
        Assert.Equal(10, units.TargetDeviation);
    }

    [Fact]
    public void A_large_offset_does_not_cancel_away()
    {
        var units = Standardization.Fit(new Part([1e9 + 1, 1e9 + 3], [0, 1]), Names);
        Assert.Equal([-1.0, 1.0], units.Apply(new Part([1e9 + 1, 1e9 + 3], [0, 1])).Inputs);
    }

    [Fact]
    public void A_column_that_is_constant_on_the_training_part_is_named()
    {
        var error = Assert.Throws<UserErrorException>(() => Standardization.Fit(new Part([1, 7, 2, 7, 3, 7], [1, 2, 3]), Names));
        Assert.Equal("'x2' is constant on the training part of a repeat and cannot be standardised; leave the column out.", error.Message);
    }

    [Fact]
    public void A_column_too_large_to_square_is_named()
    {
        var error = Assert.Throws<UserErrorException>(() => Standardization.Fit(new Part([1, 2], [1e200, -1e200]), Names));
        Assert.StartsWith("'y' has values too large", error.Message, System.StringComparison.Ordinal);
    }

    private static void AssertStandard(double[] values)
    {
        // Rounding only: sums of 300 numbers of order 1.
        Assert.Equal(0, values.Mean(), 1e-13);
        Assert.Equal(1, values.PopulationVariance(), 1e-13);
    }
}
