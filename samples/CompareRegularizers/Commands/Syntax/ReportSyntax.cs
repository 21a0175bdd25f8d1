using System.CommandLine;
using System.IO;
using System.Threading.Tasks;

namespace CompareRegularizers.Commands.Syntax;

/// <summary>The command line of <c>report</c>.</summary>
internal static class ReportSyntax
{
    /// <summary>Declares the command.</summary>
    internal static Command Create(TextWriter output)
    {
        var folder = new Argument<string>("folder")
        {
            Description = "The folder of a finished comparison (comparison).",
            DefaultValueFactory = _ => "comparison",
        };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("report", "Builds the tables, plots and report of a finished comparison again, from its files.") { folder, json };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => new Report(parsed.GetRequiredValue(folder), parsed.GetValue(json), output).Run(), cancellation));
        return command;
    }
}
