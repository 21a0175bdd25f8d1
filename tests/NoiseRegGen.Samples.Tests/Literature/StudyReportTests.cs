using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CompareRegularizers.Experiments;
using CompareRegularizers.Literature;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Literature;

public class StudyReportTests
{
    private static readonly double[] None = [1, 2, 3, 4, 5];

    private static readonly IReadOnlyList<StudyCell> Cells =
    [
        .. None.Select((error, split) => Cell(Arm.None, split, 0, error)),
        .. None.Select((error, split) => Cell(Arm.WeightNoise, split, split < 3 ? 1e-3 : 0, error - 0.5)),
        .. None.Select((error, split) => Cell(Arm.GradientPenalty, split, 1e-4, split == 4 ? double.NaN : error - 0.49)),
    ];

    [Fact]
    public void Errors_stand_beside_the_published_ones_with_their_standard_error()
    {
        string[] lines = Lines();
        Assert.Contains("| *PBP* | 1.02 ± 0.05 |", lines);
        // Of 1 ... 5: mean 3, deviation sqrt(2.5), standard error sqrt(0.5).
        Assert.Contains("| none | 3.000 ± 0.707 |", lines);
        Assert.Contains("| weight noise | 2.500 ± 0.707 |", lines);
        // Of 0.51 ... 3.51: deviation sqrt(5/3), standard error half of it.
        Assert.Contains("| gradient penalty | 2.010 ± 0.645 (1 diverged) |", lines);
    }

    [Fact]
    public void Differences_are_paired_and_their_p_values_corrected()
    {
        string[] lines = Lines();
        // Five differences of one sign: exact p = 2/32; four: 2/16. Holm for two tests doubles the smaller: 0.125 both.
        Assert.Contains("| weight noise | -0.500 [-0.500, -0.500], p = 0.13; 1e-3 |", lines);
        Assert.Contains("| gradient penalty | -0.490 [-0.490, -0.490], p = 0.13; 1e-4 |", lines);
    }

    [Fact]
    public void Equivalence_is_judged_by_a_part_of_the_error_without_a_regulariser() =>
        // The difference is 0.01 in every split, the margin 2 % of 3.
        Assert.Contains("| gradient penalty | +0.010 [+0.010, +0.010], equivalent |", Lines());

    [Fact]
    public void Every_cell_is_a_line_of_the_file()
    {
        using var stream = new MemoryStream();
        new StudyReport(Cells, seed: 1).WriteCsv(stream);
        string[] lines = Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + Cells.Count, lines.Length);
        Assert.Equal("table,split,arm,eta,learning_rate,validation_rmse,test_rmse", lines[0]);
        Assert.Equal("yacht,0,none,0,0.01,1.5,1", lines[1]);
        Assert.Equal("yacht,0,weight-noise,0.001,0.01,1,0.5", lines[6]);
    }

    private static StudyCell Cell(Arm arm, int split, double eta, double error) => new("yacht", arm, split, eta, 0.01, error + 0.5, error);

    private static string[] Lines() => new StudyReport(Cells, seed: 1).Markdown().Split('\n');
}
