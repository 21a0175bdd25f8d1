using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Commands;

[Trait("Suite", "slow")]
public sealed class ProjectTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("single", "--hidden 6,5 --activation gelu,tanh")]
    [InlineData("double", "--hidden 4")]
    public async Task A_project_written_into_an_empty_folder_builds_and_predicts_what_predict_does(string precision, string network)
    {
        var random = new Random(3);
        var text = new StringBuilder("a,b,y\n");
        for (int i = 0; i < 80; i++)
        {
            double a = random.NextDouble(), b = random.NextDouble();
            text.Append(CultureInfo.InvariantCulture, $"{a},{b},{a * b}\n");
        }

        await File.WriteAllTextAsync(_folder.File("t.csv"), text.ToString(), TestContext.Current.CancellationToken);
        string project = _folder.File("Products");
        await RunAsync(
            $"train --data {_folder.File("t.csv")} --target y {network} --precision {precision} --epochs 20 --quiet "
            + $"--out {_folder.File("m")} --project {project}");
        await RunAsync($"predict --model {_folder.File("m")} --data {_folder.File("t.csv")} --out {_folder.File("p.csv")}");
        string[] expected = await File.ReadAllLinesAsync(_folder.File("p.csv"), TestContext.Current.CancellationToken);
        string[] printed = (await DotnetAsync(project, "run", "-c", "Release", "--", _folder.File("t.csv"))).TrimEnd().Split('\n');
        Assert.Equal(expected.Skip(1).Select(line => line.Split(',')[1]), printed.Skip(1).Select(line => line.TrimEnd()));
        Assert.Equal("y", printed[0].TrimEnd());
    }

    private static async Task RunAsync(string arguments)
    {
        Program.Ended ended = await Program.RunAsync(arguments, TestContext.Current.CancellationToken);
        Assert.True(ended.ExitCode == 0, ended.Error);
    }

    private static async Task<string> DotnetAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A process must not outlive the test as the compiler's or MSBuild's server.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{await output}{await error}");
        return await output;
    }
}
