using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.IO;

namespace CompareRegularizers.Commands;

/// <summary>The library's help, and below it examples.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach ((string command, string does) in CommandExamples.Of(parseResult.CommandResult.Command.Name))
        {
            output.WriteLine($"  {does}:");
            output.WriteLine($"    {command}");
        }

        output.WriteLine();
        output.WriteLine("Exit codes: 0 done, 1 a fault of the program, 2 something for you to put right, 130 stopped by Ctrl-C.");
        return code;
    }
}
