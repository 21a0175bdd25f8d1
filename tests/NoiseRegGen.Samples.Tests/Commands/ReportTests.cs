using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Commands;

public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tables_and_plots_are_rebuilt_byte_for_byte()
    {
        string folder = _folder.File("out");
        Program.Ended ended = await Program.RunAsync($"--quick --quiet --epochs 2 --out {folder}", TestContext.Current.CancellationToken);
        Assert.True(ended.ExitCode == 0, ended.Error);
        string[] files = [.. Directory.GetFiles(folder, "*.svg"), .. Directory.GetFiles(folder, "*.png"), .. Directory.GetFiles(folder, "*.csv"), Path.Combine(folder, "report.html")];
        byte[][] before = Array.ConvertAll(files, File.ReadAllBytes);
        foreach (string file in files)
            File.Delete(file);
        Program.Ended report = await Program.RunAsync($"report {folder}", TestContext.Current.CancellationToken);
        Assert.True(report.ExitCode == 0, report.Error);
        Assert.Contains("| gradient penalty  | 1e-2 |", report.Output, StringComparison.Ordinal);
        Assert.Equal(before, Array.ConvertAll(files, File.ReadAllBytes));
    }

    [Fact]
    public async Task A_folder_without_a_run_is_refused()
    {
        await AssertRefusedAsync("report no-such-folder", "There is no folder 'no-such-folder'; report expects the --out of a finished comparison.");
        await AssertRefusedAsync(
            $"report {_folder.Path}",
            $"'{_folder.Path}' holds no run of this program: '{_folder.File("run.json")}' is missing or not one of its files.");
    }

    [Fact]
    public async Task An_unfinished_run_is_refused_with_the_command_that_finishes_it()
    {
        string folder = _folder.File("out");
        await Program.RunAsync($"--quick --quiet --epochs 2 --out {folder}", TestContext.Current.CancellationToken);
        File.Delete(Directory.GetFiles(Path.Combine(folder, "cells"))[0]);
        await AssertRefusedAsync(
            $"report {folder}",
            $"The run in '{folder}' is not finished: 19 of 20 pieces are there. Finish it with the command that began it: "
                + $"--quick --quiet --epochs 2 --out {folder}");
    }

    private static async Task AssertRefusedAsync(string arguments, string sentence)
    {
        Program.Ended ended = await Program.RunAsync(arguments, TestContext.Current.CancellationToken);
        Assert.Equal((2, sentence, string.Empty), (ended.ExitCode, ended.Error.TrimEnd(), ended.Output));
    }
}
