using System.CommandLine;
using System.IO;
using System.Threading.Tasks;
using CompareRegularizers.Data;

namespace CompareRegularizers.Commands.Syntax;

/// <summary>The command line of <c>predict</c>.</summary>
internal static class PredictSyntax
{
    /// <summary>Declares the command.</summary>
    internal static Command Create(TextWriter output)
    {
        var model = new Option<string>("--model") { HelpName = "path", Description = "The --out of train, or a .safetensors file.", Required = true };
        var data = new Option<string>("--data")
        {
            HelpName = "file",
            Description = "A table with the model's input columns, in any order, and others that it does not look at.",
            Required = true,
        };
        var ignore = new Option<string[]>("--ignore")
        {
            HelpName = "columns",
            Description = "Columns to leave out, by name or by position from 1: their cells may hold anything.",
            AllowMultipleArgumentsPerToken = true,
        };
        var file = new Option<string>("--out")
        {
            HelpName = "file",
            Description = "The file for the predictions; - for the standard output.",
            DefaultValueFactory = _ => "predictions.csv",
        };
        Option<bool> noHeader = new("--no-header") { Description = "The first line holds numbers too; columns go by their positions from 1." };
        Option<bool> quiet = new("--quiet") { Description = "Do not say what was done." };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("predict", "Predicts with a model that train saved: a line for each row of a table.")
        {
            model, data, ignore, noHeader, file, quiet, json,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => new Prediction(
                parsed.GetRequiredValue(model),
                parsed.GetRequiredValue(data),
                new CsvSettings { HasHeader = !parsed.GetValue(noHeader), Ignored = parsed.GetValue(ignore) ?? [] },
                parsed.GetRequiredValue(file),
                output).Run(parsed.GetValue(quiet), parsed.GetValue(json)),
            cancellation));
        return command;
    }
}
