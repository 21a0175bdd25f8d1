using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using CompareRegularizers.Commands;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Commands;

[Trait("Suite", "slow")]
public sealed class KillTests : IDisposable
{
    private const string Run = "compare --quick --quiet --epochs 300 --repeats 4 --arms weight-noise gradient-penalty";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_that_is_killed_again_and_again_ends_with_the_same_bytes()
    {
        Program.Ended whole = await Program.RunAsync($"{Run} --out {_folder.File("whole")}", TestContext.Current.CancellationToken);
        Assert.True(whole.ExitCode == 0, whole.Error);

        // Killed at times drawn at random, most of them in the middle of the work, some before it and perhaps one after it.
        var random = new Random(7);
        int killed = 0;
        for (int i = 0; i < 25; i++)
        {
            using Process process = Start();
            await Task.Delay(TimeSpan.FromMilliseconds(150 + random.Next(900)), TestContext.Current.CancellationToken);
            killed += process.HasExited ? 0 : 1;
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using Process last = Start();
        await last.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, last.ExitCode);
        Assert.True(killed > 0);
        foreach (string file in (string[])["results.csv", "robustness.csv", "gap.csv"])
            Assert.Equal(await ReadAsync("whole", file), await ReadAsync("cut", file));
        Assert.Empty(Directory.GetFiles(_folder.File("cut"), ".*.tmp", SearchOption.AllDirectories));
    }

    private Process Start()
    {
        string program = Path.Combine(AppContext.BaseDirectory, $"{typeof(CommandLine).Assembly.GetName().Name}.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. Run.Split(' '), "--out", _folder.File("cut")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private Task<byte[]> ReadAsync(string folder, string file) =>
        File.ReadAllBytesAsync(_folder.File($"{folder}/{file}"), TestContext.Current.CancellationToken);
}
