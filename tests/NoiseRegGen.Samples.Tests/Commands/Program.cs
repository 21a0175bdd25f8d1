using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CompareRegularizers.Commands;

namespace NoiseRegGen.Samples.Tests.Commands;

/// <summary>Runs the sample in this process, as a shell would.</summary>
internal static class Program
{
    /// <summary>Runs with the given arguments, separated by blanks.</summary>
    internal static async Task<Ended> RunAsync(string arguments, CancellationToken cancellation = default)
    {
        using StringWriter output = new(), error = new();
        string[] args = arguments.Split(' ', System.StringSplitOptions.RemoveEmptyEntries);
        int exitCode = await CommandLine.RunAsync(args, output, error, cancellation);
        return new Ended(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>How a run ended.</summary>
    internal sealed record Ended(int ExitCode, string Output, string Error);
}
