using System;
using Xunit;

namespace NoiseRegGen.Files.Tests;

public class StandardizationTests
{
    [Fact]
    public void A_fit_has_the_mean_and_the_population_deviation_of_each_column()
    {
        Standardization fit = Standardization.Fit([1, 10, 2, 10, 3, 16], columns: 2);
        // 1, 2, 3: mean 2, variance 2/3; 10, 10, 16: mean 12, variance 8. Two roundings.
        Assert.Equal([2, 12], fit.Means.AsSpan());
        Assert.Equal(Math.Sqrt(2 / 3.0), fit.Scales[0], 15);
        Assert.Equal(Math.Sqrt(8), fit.Scales[1], 15);
    }

    [Fact]
    public void A_large_mean_does_not_cancel_the_deviation()
    {
        Standardization fit = Standardization.Fit([1e9 + 1, 1e9 + 2, 1e9 + 3], columns: 1);
        // The deviations from the mean, -1, 0 and 1, are exact.
        Assert.Equal(Math.Sqrt(2 / 3.0), fit.Scales[0], 15);
    }

    [Fact]
    public void Applied_it_gives_known_numbers_and_undone_the_first_ones()
    {
        Standardization standardization = new([1, -2], [2, 4]);
        double[] raw = [3, 2, 1, -6];
        var standardized = new float[4];
        standardization.Apply<float>(raw, standardized);
        Assert.Equal([1, 1, 0, -1], standardized);
        var back = new double[4];
        standardization.Undo<float>(standardized, back);
        Assert.Equal(raw, back);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Equal("means", Assert.Throws<ArgumentException>(() => new Standardization([double.NaN], [1])).ParamName);
        Assert.Equal("scales", Assert.Throws<ArgumentException>(() => new Standardization([0], [0])).ParamName);
        Assert.Equal("scales", Assert.Throws<ArgumentException>(() => new Standardization([0, 1], [1])).ParamName);
        Assert.Equal("means", Assert.Throws<ArgumentException>(() => new Standardization([], [])).ParamName);
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Standardization.Fit([1, 2, 3], 2)).ParamName);
        Assert.Contains("column 1", Assert.Throws<ArgumentException>(() => Standardization.Fit([1, 0.1, 2, 0.1, 3, 0.1], 2)).Message, StringComparison.Ordinal);
        Assert.Contains("column 0", Assert.Throws<ArgumentException>(() => Standardization.Fit([1, double.NaN], 1)).Message, StringComparison.Ordinal);
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Standardization.Identity(2).Apply<float>([1], new float[1])).ParamName);
        Assert.Equal("standardized", Assert.Throws<ArgumentException>(() => Standardization.Identity(2).Apply<float>([1, 2], new float[4])).ParamName);
    }

    [Fact]
    public void Columns_must_be_named_once_and_counted_right()
    {
        Standardization one = Standardization.Identity(1), two = Standardization.Identity(2);
        Assert.Equal("inputNames", Assert.Throws<ArgumentException>(() => new DataDescription(["a"], two, ["y"], one)).ParamName);
        Assert.Equal("targetNames", Assert.Throws<ArgumentException>(() => new DataDescription(["a", "b"], two, ["a"], one)).ParamName);
        Assert.Equal("targetNames", Assert.Throws<ArgumentException>(() => new DataDescription(["a", "b"], two, [""], one)).ParamName);
    }
}
