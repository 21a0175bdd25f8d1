using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using CompareRegularizers.Data;

namespace CompareRegularizers.Commands.Syntax;

/// <summary>The options that choose the data.</summary>
internal sealed class DataSyntax
{
    private readonly Option<FileInfo> _data = new("--data")
    {
        HelpName = "file",
        Description = "A table of numbers with a header, separated by commas, semicolons or tabs. Default: Friedman's function #1.",
    };

    private readonly Option<string> _target = new("--target")
    {
        HelpName = "column",
        Description = "The column of --data to predict; all others are inputs.",
    };

    /// <summary>Declares the options.</summary>
    internal DataSyntax(Command command)
    {
        command.Add(_data);
        command.Add(_target);
        command.Validators.Add(CheckTogether);
    }

    /// <summary>What the user chose.</summary>
    internal DataChoice Read(ParseResult parsed) => new()
    {
        Data = parsed.GetValue(_data)?.ToString() ?? DataChoice.Default,
        Target = parsed.GetValue(_target),
    };

    private void CheckTogether(CommandResult result)
    {
        bool data = result.GetResult(_data) is not null, target = result.GetResult(_target) is not null;
        if (data && !target)
            result.AddError("--data needs --target, the column to predict.");
        if (target && !data)
            result.AddError("--target names a column of --data, which is missing.");
    }
}
