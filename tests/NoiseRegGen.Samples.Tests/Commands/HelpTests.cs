using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CompareRegularizers.Commands;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Commands;

public class HelpTests
{
    private static readonly string[] Commands = ["", "compare", "equivalence", "train", "predict", "report", "literature"];

    [Fact]
    public async Task Every_command_tells_its_options_examples_and_exit_codes()
    {
        foreach (string command in Commands)
        {
            Program.Ended ended = await Program.RunAsync($"{command} --help", TestContext.Current.CancellationToken);
            Assert.Equal((0, string.Empty), (ended.ExitCode, ended.Error));
            foreach (string part in (string[])["Usage:", "Options:", "Examples:", "Exit codes: 0 done"])
                Assert.Contains(part, ended.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_examples_are_command_lines_that_the_program_understands()
    {
        foreach ((string line, _) in Commands.SelectMany(CommandExamples.Of))
        {
            string[] words = line.Split(" > ")[0].Split(' ');
            Assert.Equal("CompareRegularizers", words[0]);
            ParseResult parsed = new ProgramCommand(TextWriter.Null, TextWriter.Null).Parse(words[1..]);
            Assert.Empty(parsed.Errors);
        }
    }

    [Theory]
    [InlineData("--eta", "--lr", "--epochs", "--batch", "--seed", "--threads", "--repeats", "--out", "--quiet", "--json", "--precision")]
    public async Task Compare_and_the_bare_program_have_the_same_options(params string[] options)
    {
        foreach (string command in (string[])["", "compare"])
        {
            Program.Ended ended = await Program.RunAsync($"{command} --help", TestContext.Current.CancellationToken);
            Assert.All(options, option => Assert.Contains($"{option} ", ended.Output, StringComparison.Ordinal));
        }
    }
}
