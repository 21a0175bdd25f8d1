using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using CompareRegularizers.Reporting;
using CompareRegularizers.Reporting.Plots;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Reporting;

public class PlotTests
{
    private static readonly Summary Summary = Summary.Of(Sample.Outcomes, seed: 1);

    public static TheoryData<string, string[]> Plots => new()
    {
        {
            "test error",
            [
                "Test error on data", "eta (noise variance, weight of the penalty)", "test RMSE", "none", "weight noise",
                "gradient penalty", "1e-3", "1e-2",
            ]
        },
        {
            "paired difference",
            ["Gain or loss against no regulariser on data", "test RMSE less that of none", "none", "weight noise", "gradient penalty"]
        },
        {
            "cost",
            ["Error against computation on data", "computation of one training run, that of none being 1", "weight noise", "gradient penalty"]
        },
        {
            "robustness",
            ["Error under noise on the weights on data", "variance of the noise at test time", "test RMSE under noise", "none", "weight noise"]
        },
        {
            "distance",
            ["How far from weight noise the other arms end on data", "RMS of (output less output with weight noise)", "gradient penalty"]
        },
        {
            "gap",
            [
                "Noise gap on data", "predicted gap", "measured gap", "measured = predicted", "at initialisation, predicted by eta P",
                "at initialisation, predicted by eta (P + rT)", "after training, predicted by eta P",
                "after training, predicted by eta (P + rT)",
            ]
        },
        {
            "ratio",
            [
                "Where the equivalence holds on data", "eta (noise variance)", "measured gap / (eta P)", "the equivalence: eta P",
                "at initialisation, measured", "at initialisation, eta (P + rT)", "after training, measured",
                "after training, eta (P + rT)",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Plots))]
    public void Titles_axes_and_legend_are_there_as_text(string plot, string[] expected)
    {
        string[] texts = [.. Texts(Draw(plot))];
        Assert.All(expected, text => Assert.Contains(text, texts));
    }

    [Theory]
    [InlineData("test error")]
    [InlineData("paired difference")]
    public void Arms_differ_in_marker_and_dashes_and_not_only_in_colour(string plot)
    {
        XElement svg = Draw(plot);
        Assert.NotEmpty(Elements(svg, "ellipse"));
        Assert.Contains(
            Elements(svg, "polyline"), line => $"{line.Attribute("style")}".Contains("stroke-dasharray", StringComparison.Ordinal));
    }

    [Fact]
    public void A_gap_below_0_is_said_to_be_missing_from_logarithmic_axes() => Assert.Contains(
        Texts(Draw("gap")), text => text.EndsWith("1 of 4 points lie below 0 and cannot be shown", StringComparison.Ordinal));

    [Fact]
    public void No_coordinate_is_not_a_number() => Assert.All(
        Plots.Select(row => row.Data.Item1), plot => Assert.DoesNotContain("NaN", Draw(plot).ToString(), StringComparison.Ordinal));

    private static XElement Draw(string plot)
    {
        using var stream = new MemoryStream();
        ChartOf(plot).WriteSvg(stream);
        stream.Position = 0;
        return XElement.Load(stream);
    }

    private static Chart ChartOf(string plot) => plot switch
    {
        "test error" => ErrorPlots.TestError(Summary, "data"),
        "paired difference" => ErrorPlots.PairedDifference(Summary, "data"),
        "cost" => CostPlot.Of(Sample.Record),
        "robustness" => RobustnessPlot.Of(Sample.Record),
        "distance" => DistancePlot.Of(Summary, "data"),
        "gap" => GapPlots.Gap(Sample.Gaps, "data"),
        _ => GapPlots.Ratio(Sample.Gaps, "data"),
    };

    private static IEnumerable<string> Texts(XElement svg) => Elements(svg, "text").Select(element => element.Value);

    private static IEnumerable<XElement> Elements(XElement svg, string name) =>
        svg.Descendants().Where(element => element.Name.LocalName == name);
}
