using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Commands;

public sealed class ComparisonTests : IDisposable
{
    // Small enough for a test; what is asserted holds for every size.
    private const string Tiny = "--quick --epochs 3 --repeats 2";

    private static readonly string[] Reproducible =
    [
        "results.csv", "robustness.csv", "gap.csv", "run.json", "test-error.svg", "test-error.png", "paired-difference.svg", "paired-difference.png",
        "cost.svg", "cost.png", "robustness.svg", "robustness.png", "distance.svg", "distance.png", "noise-gap.svg", "noise-gap.png",
        "noise-gap-ratio.svg", "noise-gap-ratio.png",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_files_are_written_and_named()
    {
        Program.Ended ended = await RunAsync(Tiny, "out");
        string[] files = [.. Directory.GetFiles(_folder.File("out")).Select(Path.GetFileName).Order()!];
        Assert.Equal([.. Reproducible.Append("timings.csv").Append("report.html").Order(StringComparer.Ordinal)], files.Order(StringComparer.Ordinal));
        Assert.Contains(_folder.File("out"), ended.Output, StringComparison.Ordinal);
        Assert.All(files.Where(file => file != "run.json"), file => Assert.Contains(file, ended.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_table_has_a_row_for_every_arm_and_eta()
    {
        Program.Ended ended = await RunAsync($"{Tiny} --eta 1e-3 3e-2", "out");
        foreach (string row in (string[])["| none              |    0 |", "| weight noise      | 1e-3 |", "| corrected penalty | 3e-2 |"])
            Assert.Contains(row, ended.Output, StringComparison.Ordinal);
        // No line is broken for want of width.
        string[] rows = [.. ended.Output.Split('\n').Where(line => line.StartsWith('|'))];
        Assert.All(rows, row => Assert.EndsWith("|", row.TrimEnd(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Results_are_the_same_for_any_number_of_threads_and_in_every_run()
    {
        await RunAsync($"{Tiny} --threads 1", "one");
        await RunAsync($"{Tiny} --threads 2", "two");
        await RunAsync($"{Tiny} --threads 2", "again");
        foreach (string file in Reproducible.Where(file => file != "run.json"))
        {
            byte[] first = ReadBytes("one", file);
            Assert.Equal(first, ReadBytes("two", file));
            Assert.Equal(first, ReadBytes("again", file));
        }
    }

    [Fact]
    public async Task Another_seed_gives_other_results()
    {
        await RunAsync($"{Tiny} --seed 1", "one");
        await RunAsync($"{Tiny} --seed 2", "two");
        Assert.NotEqual(ReadBytes("one", "results.csv"), ReadBytes("two", "results.csv"));
    }

    [Fact]
    public async Task A_users_table_is_compared_with_a_network_compiled_for_it()
    {
        await WriteTableAsync("t.csv", rows: 60);
        Program.Ended ended = await RunAsync($"--data {_folder.File("t.csv")} --target y --hidden 5 --activation softplus {Tiny}", "out");
        Assert.Contains("t.csv: 48 rows to train, 6 to validate, 6 to test", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Network 3-5-1 softplus", ended.Output, StringComparison.Ordinal);
        string[] results = await File.ReadAllLinesAsync(_folder.File("out/results.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(1 + (2 * (1 + (3 * 2))), results.Length);
        Assert.All(results.Skip(1), line => Assert.All(line.Split(',').Skip(3), cell => Assert.True(double.IsFinite(Parse(cell)))));
    }

    [Theory]
    [InlineData("friedman3 --label-noise 0", "Friedman #3: 200 rows to train", "4-32-32-1 tanh")]
    [InlineData("sine --examples 20", "noisy sine: 20 rows to train", "1-32-32-1 tanh")]
    [InlineData("teacher", "teacher and student: 200 rows to train", "5-64-64-1 tanh")]
    [InlineData("linear", "linear function: 200 rows to train", "10-1 linear")]
    public async Task Generated_data_are_chosen_by_name(string data, string announced, string network)
    {
        Program.Ended ended = await RunAsync($"--data {data} {Tiny}", "out");
        Assert.Contains(announced, ended.Output, StringComparison.Ordinal);
        Assert.Contains(network, ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_without_header_is_read_as_told()
    {
        var text = new StringBuilder();
        for (int i = 0; i < 40; i++)
            text.Append(CultureInfo.InvariantCulture, $"row {i};{i * i};{(i % 8 == 0 ? "?" : $"{i}")};{i % 3}\n");
        await File.WriteAllTextAsync(_folder.File("t.csv"), text.ToString(), TestContext.Current.CancellationToken);
        string options = "--no-header --ignore 1 --target 2 --missing drop --separator semicolon";
        Program.Ended ended = await RunAsync($"--data {_folder.File("t.csv")} {options} {Tiny}", "out");
        Assert.Contains("Rows left out for a missing cell: 5.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Network 2-50-1 tanh", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Being_stopped_leaves_nothing_behind()
    {
        using var stop = new CancellationTokenSource();
        Task<Program.Ended> run = Program.RunAsync($"--epochs 1000000 --quiet --out {_folder.File("out")}", stop.Token);
        await stop.CancelAsync();
        Program.Ended ended = await run;
        Assert.Equal((130, "Stopped; nothing was written."), (ended.ExitCode, ended.Error.TrimEnd()));
        Assert.False(Directory.Exists(_folder.File("out")));
    }

    [Fact]
    public async Task Progress_goes_line_by_line_to_the_error_stream_and_not_at_all_when_quiet()
    {
        Program.Ended loud = await RunAsync(Tiny, "loud");
        Program.Ended quiet = await RunAsync($"{Tiny} --quiet", "quiet");
        Assert.Contains("100 % (20 of 20)", loud.Error, StringComparison.Ordinal);
        Assert.Empty(quiet.Error);
    }

    private async Task<Program.Ended> RunAsync(string arguments, string folder)
    {
        Program.Ended ended = await Program.RunAsync($"{arguments} --out {_folder.File(folder)}", TestContext.Current.CancellationToken);
        Assert.True(ended.ExitCode == 0, ended.Error);
        return ended;
    }

    private byte[] ReadBytes(string folder, string file) => File.ReadAllBytes(_folder.File($"{folder}/{file}"));

    private Task WriteTableAsync(string name, int rows)
    {
        var random = new Random(1);
        var text = new StringBuilder("a;b;y;c\n");
        for (int i = 0; i < rows; i++)
        {
            double a = random.NextDouble(), b = random.NextDouble(), c = random.NextDouble();
            text.Append(CultureInfo.InvariantCulture, $"{a};{b};{(a * b) - c};{c}\n");
        }

        return File.WriteAllTextAsync(_folder.File(name), text.ToString());
    }

    private static double Parse(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
