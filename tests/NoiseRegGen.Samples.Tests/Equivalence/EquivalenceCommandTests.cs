using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using Shell = NoiseRegGen.Samples.Tests.Commands.Program;

namespace NoiseRegGen.Samples.Tests.Equivalence;

public sealed class EquivalenceCommandTests : IDisposable
{
    private static readonly string[] Numbers = ["gaps.csv", "slopes.csv", "examples.csv", "gradients.csv", "variance.csv", "verdict.txt"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_quick_run_writes_and_names_all_files_and_ends_with_the_verdict()
    {
        Shell.Ended ended = await RunAsync("--quick", "out");
        string[] files = [.. Directory.GetFiles(_folder.File("out")).Select(file => Path.GetFileName(file)!)];
        string[] expected =
        [
            .. Numbers, "gap-ratio.svg", "gap-error.svg", "gradients.svg", "examples-initial.svg", "examples-trained.svg", "variance.svg",
            "gradients.png", "variance.png",
        ];
        Assert.All(expected, file => Assert.Contains(file, files));
        Assert.All(files, file => Assert.Contains(file, ended.Output, StringComparison.Ordinal));
        string verdict = await File.ReadAllTextAsync(_folder.File("out/verdict.txt"), TestContext.Current.CancellationToken);
        Assert.StartsWith("10-32-32-1 tanh on Friedman #1. In short: ", verdict, StringComparison.Ordinal);
        Assert.Contains(verdict, ended.Output, StringComparison.Ordinal);
        Assert.Contains("100 %", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_are_the_same_to_the_byte_for_any_number_of_threads()
    {
        await RunAsync("--quick --quiet --threads 1", "one");
        await RunAsync("--quick --quiet --threads 3", "three");
        string[] files = [.. Directory.GetFiles(_folder.File("one")).Select(file => Path.GetFileName(file)!)];
        Assert.All(files, file => Assert.Equal(
            File.ReadAllBytes(_folder.File($"one/{file}")), File.ReadAllBytes(_folder.File($"three/{file}"))));
    }

    [Fact]
    public async Task Another_seed_gives_other_numbers()
    {
        await RunAsync("--quick --quiet --seed 1", "one");
        await RunAsync("--quick --quiet --seed 2", "two");
        Assert.NotEqual(File.ReadAllBytes(_folder.File("one/gaps.csv")), File.ReadAllBytes(_folder.File("two/gaps.csv")));
    }

    [Fact]
    [Trait("Suite", "slow")]
    public async Task A_table_is_measured_at_the_etas_asked_for()
    {
        await WriteTableAsync("table.csv", rows: 30);
        await RunAsync(
            $"--quick --data {_folder.File("table.csv")} --target y --hidden 6 --eta 1e-5 1e-3 --at 1e-4 --pairs 10 --epochs 5", "out");
        string[][] gaps = Read("gaps.csv");
        Assert.Equal(["1E-05", "0.0001", "0.001"], gaps.Skip(1).Where(row => row[1] == "initial").Select(row => row[3]));
        Assert.All(gaps.Skip(1), row => Assert.Equal("3-6-1 tanh", row[0]));
        // 30 rows: 24 to train on, all of them measured, at the eta of --at.
        string[][] examples = [.. Read("examples.csv").Skip(1).Where(row => row[1] == "initial")];
        Assert.Equal((24, "0.0001"), (examples.Length, examples[0][2]));
    }

    [Fact]
    [Trait("Suite", "slow")]
    public async Task Each_activation_and_width_is_a_network_of_its_own()
    {
        Shell.Ended ended = await RunAsync(
            "--quick --quiet --hidden 5 --each-activation relu,tanh --each-width 3 --pairs 6 --epochs 2 --measure 10", "out");
        Assert.Equal(
            ["10-3-1 relu", "10-3-1 tanh"], Read("slopes.csv").Skip(1).Select(row => row[0]).Distinct());
        Assert.True(File.Exists(_folder.File("out/networks-initial.svg")));
        Assert.True(File.Exists(_folder.File("out/gap-ratio-10-3-1-relu.svg")));
        Assert.Contains("The width rule", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_linear_network_has_no_gap_but_eta_P()
    {
        await RunAsync("--quick --quiet --hidden none --pairs 400 --epochs 2", "out");
        foreach (string[] row in Read("gaps.csv").Skip(1))
        {
            // yhat is linear in the weights: the gap is eta (|x|^2 + 1) exactly, and the control leaves only rounding over.
            Assert.Equal("0", row[10]);
            Assert.Equal(Parse(row[11]), Parse(row[5]), 1e-9 * Parse(row[5]));
        }

        // Its gradient is linear in the noise: both signs cancel, and there is no slope to be had.
        string[][] antithetic = [.. Read("variance.csv").Where(row => row[1] == "antithetic")];
        Assert.NotEmpty(antithetic);
        Assert.All(antithetic, row => Assert.Equal("0", row[4]));
    }

    [Theory]
    [InlineData("--eta 0", "--eta expects numbers above 0; got '0'.")]
    [InlineData("--at -1", "--at expects a number above 0; got '-1'.")]
    [InlineData("--pairs 1", "--pairs expects a whole number from 2 to 10000000; got '1'.")]
    [InlineData("--measure 0", "--measure expects a whole number from 2 to 1000000; got '0'.")]
    [InlineData("--each-width 0", "--each-width expects whole numbers from 1 to 4096; got '0'.")]
    [InlineData("--each-width 1,2,3,4,5,6,7,8,9", "--each-width expects at most 8 of them; got '9'.")]
    [InlineData(
        "--each-activation soft",
        "--each-activation expects one of identity, relu, leakyrelu, elu, tanh, sigmoid, softplus, softsign, silu, gelu, sin; got 'soft'.")]
    [InlineData("--seed x", "--seed expects a whole number from 0 to 2^64 - 1; got 'x'.")]
    public async Task A_bad_value_gives_one_sentence_and_exit_code_2(string arguments, string sentence)
    {
        Shell.Ended ended = await Shell.RunAsync(
            $"equivalence {arguments} --out {_folder.File("out")}", TestContext.Current.CancellationToken);
        Assert.Equal((2, sentence), (ended.ExitCode, ended.Error.TrimEnd()));
        Assert.Empty(ended.Output);
        Assert.False(Directory.Exists(_folder.File("out")));
    }

    [Fact]
    public async Task A_training_that_diverges_is_one_sentence_and_nothing_is_written()
    {
        Shell.Ended ended = await Shell.RunAsync(
            $"equivalence --quick --quiet --hidden none --lr 1e300 --out {_folder.File("out")}", TestContext.Current.CancellationToken);
        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("diverged at step", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("out")));
    }

    [Fact]
    public async Task A_stopped_run_leaves_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        Shell.Ended ended = await Shell.RunAsync($"equivalence --out {_folder.File("out")}", cancellation.Token);
        Assert.Equal((130, "Stopped; nothing was written."), (ended.ExitCode, ended.Error.TrimEnd()));
        Assert.False(Directory.Exists(_folder.File("out")));
    }

    private async Task<Shell.Ended> RunAsync(string arguments, string folder)
    {
        Shell.Ended ended = await Shell.RunAsync(
            $"equivalence {arguments} --out {_folder.File(folder)}", TestContext.Current.CancellationToken);
        Assert.True(ended.ExitCode == 0, ended.Error);
        return ended;
    }

    private string[][] Read(string file) => [.. File.ReadLines(_folder.File($"out/{file}")).Select(line => line.Split(','))];

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
