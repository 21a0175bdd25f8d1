using System;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using CompareRegularizers.Experiments;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Commands;

public sealed class LiteratureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_tables_are_printed_and_written()
    {
        Program.Ended ended = await Program.RunAsync(
            $"literature --splits 1 --epochs 1 --quiet --out {_folder.File("out")}", TestContext.Current.CancellationToken);
        Assert.True(ended.ExitCode == 0, ended.Error);
        Assert.Empty(ended.Error);
        string written = await File.ReadAllTextAsync(_folder.File("out/literature.md"), TestContext.Current.CancellationToken);
        Assert.StartsWith(written, ended.Output, StringComparison.Ordinal);
        Assert.Contains("|  | yacht | energy | concrete |", written, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.File("out/literature.csv")));
    }

    [Fact]
    public async Task For_machines_it_prints_one_document_with_every_cell()
    {
        Program.Ended ended = await Program.RunAsync(
            $"literature --splits 1 --epochs 1 --quiet --json --out {_folder.File("out")}", TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(ended.Output);
        JsonElement cells = document.RootElement.GetProperty("cells");
        Assert.Equal(3 * Arm.All.Count, cells.GetArrayLength());
        Assert.Equal("yacht", cells[0].GetProperty("table").GetString());
        Assert.Equal(1.02, document.RootElement.GetProperty("published")[0].GetProperty("errors")[0].GetProperty("rmse").GetDouble());
    }

    [Fact]
    public async Task A_folder_without_the_tables_is_refused_and_nothing_is_written()
    {
        Program.Ended ended = await Program.RunAsync(
            $"literature --data {_folder.Path} --out {_folder.File("out")}", TestContext.Current.CancellationToken);
        Assert.Equal((2, $"The file '{_folder.File("yacht.csv")}' does not exist."), (ended.ExitCode, ended.Error.TrimEnd()));
        Assert.False(Directory.Exists(_folder.File("out")));
    }

    [Fact]
    public async Task More_splits_than_are_published_are_refused()
    {
        Program.Ended ended = await Program.RunAsync("literature --splits 21", TestContext.Current.CancellationToken);
        Assert.Equal((2, "--splits expects a whole number from 1 to 20; got '21'."), (ended.ExitCode, ended.Error.TrimEnd()));
    }
}
