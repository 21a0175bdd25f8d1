using System;
using System.IO;
using System.Text;
using CompareRegularizers.Reporting;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Reporting;

public class CsvReportsTests
{
    [Fact]
    public void Results_have_one_line_per_run_and_numbers_that_read_back()
    {
        string[] lines = Write(stream => CsvReports.WriteResults(stream, Sample.Outcomes)).Split('\n');
        Assert.Equal(
            "arm,eta,equal,repeat,train_rmse,validation_rmse,test_rmse,mean_penalty,mean_residual_laplacian,mean_input_gradient", lines[0]);
        Assert.Equal("none,0,steps,0,1,2.125,2,20,0.5,3", lines[1]);
        Assert.Equal("weight-noise,0.001,steps,1,1.35,2.825,2.7,27,0.5,3", lines[4]);
        Assert.Equal("gradient-penalty,0.01,steps,0,NaN,NaN,NaN,NaN,0.5,3", lines[9]);
        Assert.Equal(string.Empty, lines[^1]);
        Assert.Equal(Sample.Outcomes.Count + 2, lines.Length);
    }

    [Fact]
    public void Timings_stand_apart_from_results()
    {
        string[] lines = Write(stream => CsvReports.WriteTimings(stream, Sample.Outcomes)).Split('\n');
        Assert.Equal("arm,eta,equal,repeat,steps,examples,seconds_per_step", lines[0]);
        Assert.Equal("none,0,steps,1,100,5000,2E-05", lines[2]);
    }

    [Fact]
    public void Gaps_stand_beside_both_predictions()
    {
        string[] lines = Write(stream => CsvReports.WriteGaps(stream, Sample.Gaps)).Split('\n');
        Assert.Equal("state,eta,measured_gap,standard_error,penalty,residual_laplacian,eta_p,eta_p_plus_rt", lines[0]);
        Assert.Equal("initial,0.001,0.012,0.0001,14,-2.5,0.014,0.0115", lines[1]);
    }

    private static string Write(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
