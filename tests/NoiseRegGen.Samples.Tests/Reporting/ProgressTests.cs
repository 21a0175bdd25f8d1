using System;
using System.IO;
using CompareRegularizers.Experiments;
using CompareRegularizers.Reporting;
using Spectre.Console;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Reporting;

public class ProgressTests
{
    private static readonly ProgressSnapshot Half = new(
        136, 340, 0.4, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15), 21_000_000, [new ArmProgress(Arm.WeightNoise, 40, 12, 2.25)]);

    [Fact]
    public void A_line_tells_share_count_time_left_and_rate() =>
        Assert.Equal(" 40 % (136 of 340), 0:15 left, 2.10 M examples/s", Half.ToString());

    [Fact]
    public void Time_left_counts_this_sessions_work_only()
    {
        var progress = new RunProgress([], 4, totalWeight: 100);
        progress.Add(new WorkDone(null, 50, Kept: true));
        Assert.Null(progress.Snapshot().Remaining);
        progress.Add(new WorkDone(null, 25, Kept: false));
        ProgressSnapshot now = progress.Snapshot();
        // A quarter done here in the time so far, a quarter left.
        Assert.Equal(now.Elapsed, now.Remaining!.Value);
        Assert.Equal((2, 0.75), (now.Done, now.Fraction));
    }

    [Fact]
    public void On_a_terminal_there_is_a_table_with_a_bar()
    {
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
        });
        console.Profile.Width = 140;
        int result = new ProgressDisplay(console, null).Run(() => Half, () => 42);
        Assert.Equal(42, result);
        Assert.Contains("weight noise", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("12/40", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("################........................  40 % (136 of 340), 0:15 left", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_of_the_work_comes_out_as_it_is() => Assert.Throws<FormatException>(
        () => new ProgressDisplay(null, TextWriter.Null).Run<int>(() => Half, () => throw new FormatException()));
}
