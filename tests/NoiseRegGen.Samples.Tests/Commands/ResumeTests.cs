using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Commands;

public sealed class ResumeTests : IDisposable
{
    private const string Tiny = "--quick --quiet --epochs 3 --repeats 2 --arms weight-noise gradient-penalty";
    private const string Long = "--quick --quiet --epochs 400 --repeats 2 --arms weight-noise gradient-penalty";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_that_lost_some_of_its_pieces_ends_with_the_same_bytes()
    {
        await RunAsync(Tiny, "whole");
        await RunAsync(Tiny, "cut");
        string[] cells = Directory.GetFiles(_folder.File("cut/cells"));
        // One gone, one damaged, one cut short, one a leftover of a writer that was killed.
        File.Delete(cells[0]);
        await File.WriteAllTextAsync(cells[1], "{\"key\": \"what\"}", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(cells[2], (await File.ReadAllBytesAsync(cells[2], TestContext.Current.CancellationToken))[..50], TestContext.Current.CancellationToken);
        string leftover = _folder.File("cut/cells/.none_0_steps_0000.json.0123456789abcdef0123456789abcdef.tmp");
        await File.WriteAllTextAsync(leftover, "{", TestContext.Current.CancellationToken);
        string mine = _folder.File("cut/.notes.tmp");
        await File.WriteAllTextAsync(mine, "mine", TestContext.Current.CancellationToken);
        foreach (string file in Directory.GetFiles(_folder.File("cut"), "*.csv"))
            File.Delete(file);

        await RunAsync(Tiny, "cut");
        Assert.False(File.Exists(leftover));
        Assert.True(File.Exists(mine));
        AssertSame("whole", "cut");
    }

    [Fact]
    public async Task A_run_that_is_stopped_keeps_what_is_finished_and_goes_on_from_there()
    {
        await RunAsync($"{Long}", "whole");
        using var stop = new CancellationTokenSource();
        Task<Program.Ended> run = Program.RunAsync($"{Long} --threads 1 --out {_folder.File("cut")}", stop.Token);
        while (!run.IsCompleted && CellCount("cut") < 2)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        Program.Ended ended = await run;
        if (ended.ExitCode == 130)
        {
            Assert.Matches(@"^Stopped; \d+ of 16 pieces of the work are kept in '.*'\. The same command goes on from there\.\s*$", ended.Error);
            Assert.False(File.Exists(_folder.File("cut/results.csv")));
        }

        await RunAsync($"{Long} --threads 2", "cut");
        AssertSame("whole", "cut");
    }

    [Fact]
    public async Task A_finished_run_is_not_done_again()
    {
        await RunAsync(Tiny, "out");
        DateTime[] before = Times();
        Program.Ended again = await RunAsync(Tiny, "out");
        Assert.Contains("everything was done before", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, Times());

        DateTime[] Times() => [.. Directory.GetFiles(_folder.File("out/cells")).Order().Select(File.GetLastWriteTimeUtc)];
    }

    [Theory]
    [InlineData("--quick --repeats 2", "--quick --repeats 3", "--repeats is 2 there and 3 here")]
    [InlineData("--quick --eta 1e-3", "--quick --eta 1e-3,1e-2", "--eta is 0.001 there and 0.001,0.01 here")]
    [InlineData("--quick --arms weight-noise", "--quick --arms weight-decay", "--arms is none,weight-noise there and none,weight-decay here")]
    [InlineData("--quick", "--quick --hidden 4", "the network is 10-32-32-1 tanh there and 10-4-1 tanh here")]
    [InlineData("--quick", "--quick --label-noise 2", "the data's SHA-256 is")]
    public async Task A_folder_belongs_to_one_set_of_settings(string first, string second, string sentence)
    {
        await RunAsync($"{first} --quiet --epochs 1", "out");
        byte[] before = await File.ReadAllBytesAsync(_folder.File("out/results.csv"), TestContext.Current.CancellationToken);
        Program.Ended ended = await Program.RunAsync(
            $"{second} --quiet --epochs 1 --out {_folder.File("out")}", TestContext.Current.CancellationToken);
        Assert.Equal(2, ended.ExitCode);
        Assert.Contains($"holds a run with other settings: {sentence}", ended.Error, StringComparison.Ordinal);
        Assert.Contains("Give another --out, or --restart", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder.File("out/results.csv"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Restarting_drops_the_run_and_nothing_else()
    {
        await RunAsync($"{Tiny} --seed 1", "out");
        await File.WriteAllTextAsync(_folder.File("out/mine.txt"), "mine", TestContext.Current.CancellationToken);
        await RunAsync($"{Tiny} --seed 2 --restart", "out");
        await RunAsync($"{Tiny} --seed 2", "two");
        AssertSame("two", "out");
        Assert.True(File.Exists(_folder.File("out/mine.txt")));
    }

    [Fact]
    public async Task Two_runs_do_not_share_a_folder()
    {
        using var stop = new CancellationTokenSource();
        Task<Program.Ended> first = Program.RunAsync($"--epochs 1000000 --quiet --out {_folder.File("out")}", stop.Token);
        while (!first.IsCompleted && !File.Exists(_folder.File("out/run.json")))
            await Task.Delay(5, TestContext.Current.CancellationToken);
        Program.Ended second = await Program.RunAsync(
            $"--epochs 1000000 --quiet --out {_folder.File("out")}", TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await first;
        Assert.Equal(2, second.ExitCode);
        Assert.Contains("is in use by another run", second.Error, StringComparison.Ordinal);
    }

    private int CellCount(string folder) =>
        Directory.Exists(_folder.File($"{folder}/cells")) ? Directory.GetFiles(_folder.File($"{folder}/cells"), "*.json").Length : 0;

    private void AssertSame(string expected, string actual)
    {
        foreach (string file in (string[])["results.csv", "robustness.csv", "gap.csv", "distance.svg"])
            Assert.Equal(File.ReadAllBytes(_folder.File($"{expected}/{file}")), File.ReadAllBytes(_folder.File($"{actual}/{file}")));
    }

    private async Task<Program.Ended> RunAsync(string arguments, string folder)
    {
        Program.Ended ended = await Program.RunAsync($"{arguments} --out {_folder.File(folder)}", TestContext.Current.CancellationToken);
        Assert.True(ended.ExitCode == 0, ended.Error);
        return ended;
    }
}
