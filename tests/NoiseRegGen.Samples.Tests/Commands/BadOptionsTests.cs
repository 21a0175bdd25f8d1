using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Commands;

public sealed class BadOptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--eta 0", "--eta expects numbers above 0; got '0'.")]
    [InlineData("--eta 1e-3,-1", "--eta expects numbers above 0; got '-1'.")]
    [InlineData("--eta 1e-3 NaN", "--eta expects numbers above 0; got 'NaN'.")]
    [InlineData("--repeats 0", "--repeats expects a whole number from 1 to 10000; got '0'.")]
    [InlineData("--epochs 1.5", "--epochs expects a whole number from 1 to 1000000; got '1.5'.")]
    [InlineData("--batch none", "--batch expects a whole number from 1 to 1000000; got 'none'.")]
    [InlineData("--lr -0.1", "--lr expects a number above 0; got '-0.1'.")]
    [InlineData("--lr inf", "--lr expects a number above 0; got 'inf'.")]
    [InlineData("--seed -1", "--seed expects a whole number from 0 to 2^64 - 1; got '-1'.")]
    [InlineData("--threads 0", "--threads expects a whole number from 1 to 1024; got '0'.")]
    [InlineData("--hidden 32,0", "--hidden expects whole numbers from 1 to 4096; got '0'.")]
    [InlineData("--hidden 1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1", "--hidden expects at most 16 of them; got '17'.")]
    [InlineData(
        "--activation soft",
        "--activation expects one of identity, relu, leakyrelu, elu, tanh, sigmoid, softplus, softsign, silu, gelu, sin; got 'soft'.")]
    [InlineData("--target y", "--target is for a file; --data is missing.")]
    [InlineData("--data friedman2 --missing drop", "--missing is for a file; 'friedman2' is generated.")]
    [InlineData("--data t.csv --target y --label-noise 1", "--label-noise is for generated data; 't.csv' is a file.")]
    [InlineData("--data friedman4", "--data expects a file or one of friedman1, friedman2, friedman3, sine, teacher, linear; got 'friedman4'.")]
    [InlineData("--label-noise -1", "--label-noise expects a number of at least 0; got '-1'.")]
    [InlineData("--examples 9", "--examples expects a whole number from 10 to 1000000; got '9'.")]
    [InlineData("--data t.csv --target y --separator |", "--separator expects one of comma, semicolon, tab; got '|'.")]
    [InlineData("--data t.csv --target y --missing guess", "--missing expects one of refuse, drop; got 'guess'.")]
    [InlineData("--data t.csv", "--data needs --target, the column to predict.")]
    [InlineData("--data no-such-file.csv --target y", "The file 'no-such-file.csv' does not exist.")]
    public async Task A_bad_value_gives_one_sentence_and_exit_code_2(string arguments, string sentence)
    {
        Program.Ended ended = await Program.RunAsync($"{arguments} --out {_folder.File("out")}", TestContext.Current.CancellationToken);
        Assert.Equal((2, sentence), (ended.ExitCode, ended.Error.TrimEnd()));
        Assert.Empty(ended.Output);
        AssertNothingWritten();
    }

    [Theory]
    [InlineData("--etta 1")]
    [InlineData("--repeats")]
    [InlineData("--repeats 1 2")]
    public async Task A_wrong_command_line_gives_one_line_and_exit_code_2(string arguments)
    {
        Program.Ended ended = await Program.RunAsync($"{arguments} --out {_folder.File("out")}", TestContext.Current.CancellationToken);
        Assert.Equal(2, ended.ExitCode);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
        AssertNothingWritten();
    }

    [Theory]
    [InlineData("y", "a,y\n1,x\n", "t.csv, line 2, column 'y': 'x' is not a number (with a decimal point and no thousands separators).")]
    [InlineData("z", "a,y\n1,2\n", "t.csv has no column 'z'; its columns are: a, y.")]
    [InlineData("y", "a,y\n1,2\n", "t.csv has 1 row; at least 20 are needed.")]
    public async Task A_bad_table_gives_one_sentence_and_exit_code_2(string target, string text, string sentence)
    {
        string file = _folder.File("t.csv");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        string arguments = $"--data {file} --target {target} --out {_folder.File("out")}";
        Program.Ended ended = await Program.RunAsync(arguments, TestContext.Current.CancellationToken);
        Assert.Equal((2, sentence), (ended.ExitCode, ended.Error.TrimEnd()));
        Assert.Empty(ended.Output);
        Assert.False(Directory.Exists(_folder.File("out")));
    }

    [Fact]
    public async Task A_file_in_the_output_folders_place_is_refused_before_the_work()
    {
        string file = _folder.File("out");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);
        Program.Ended ended = await Program.RunAsync($"--quick --out {file}", TestContext.Current.CancellationToken);
        Assert.Equal((2, $"'{file}' is a file; --out expects a folder."), (ended.ExitCode, ended.Error.TrimEnd()));
        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Help_is_given_with_exit_code_0()
    {
        Program.Ended ended = await Program.RunAsync("--help", TestContext.Current.CancellationToken);
        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("--eta", ended.Output, StringComparison.Ordinal);
    }

    private void AssertNothingWritten() => Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
}
