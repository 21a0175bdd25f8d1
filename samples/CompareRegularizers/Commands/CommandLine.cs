using System;
using System.CommandLine;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace CompareRegularizers.Commands;

/// <summary>The program, callable: from <c>Program.cs</c> and from tests.</summary>
internal static class CommandLine
{
    // What is under way when Ctrl-C comes: one step of a network, and the writing of a file.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(30);

    /// <summary>Runs the program.</summary>
    /// <param name="args">Its arguments.</param>
    /// <param name="output">Where results are printed.</param>
    /// <param name="error">Where progress and errors are printed.</param>
    /// <param name="cancellation">Stops it, as Ctrl-C does.</param>
    /// <returns>The exit code.</returns>
    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        ParseResult parsed = new ProgramCommand(output, error).Parse(args);
        // Who asks for help need not have written the rest.
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            error.WriteLine(parsed.Errors[0].Message);
            return ExitCode.UserError;
        }

        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeToStop,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellation);
        }
        catch (UserErrorException e)
        {
            error.WriteLine(e.Message);
            return ExitCode.UserError;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("Stopped; nothing was written.");
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            error.WriteLine($"This is a fault of the program, not of its input: {e}");
            return ExitCode.Failure;
        }
    }
}
