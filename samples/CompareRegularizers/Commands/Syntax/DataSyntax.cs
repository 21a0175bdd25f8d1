using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using CompareRegularizers.Data;

namespace CompareRegularizers.Commands.Syntax;

/// <summary>The options that say which data, for every command that needs some.</summary>
internal sealed class DataSyntax
{
    private const int FewestExamples = 10;
    private const int MostExamples = 1_000_000;

    private readonly Option<string> _data = new("--data")
    {
        HelpName = "file|name",
        Description = "A table of numbers separated by commas, semicolons or tabs, or data to generate: "
            + string.Join("; ", DataRegistry.All.Select(data => $"{data.Key} ({data.Description})")) + ".",
        DefaultValueFactory = _ => DataChoice.Default,
    };

    private readonly Option<string> _target = new("--target")
    {
        HelpName = "column",
        Description = "The column of a file to predict, by name or by position from 1; all others are inputs.",
    };

    private readonly Option<string[]> _ignore = new("--ignore")
    {
        HelpName = "columns",
        Description = "Columns of a file to leave out, by name or by position from 1: their cells may hold anything.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<char?> _separator = new("--separator")
    {
        HelpName = "name",
        Description = "What separates a file's cells: comma, semicolon or tab (found out from its first lines).",
        CustomParser = OptionValues.OneOf<char?>(("comma", ','), ("semicolon", ';'), ("tab", '\t')),
    };

    private readonly Option<bool> _noHeader = new("--no-header")
    {
        Description = "The first line of a file holds numbers too; columns go by their positions from 1.",
    };

    private readonly Option<MissingCells?> _missing = new("--missing")
    {
        HelpName = "what",
        Description = "What to do about a row of a file with a missing cell (empty, NA, N/A, NaN, null or ?): refuse the file or drop "
            + "the row (refuse).",
        CustomParser = OptionValues.OneOf<MissingCells?>(("refuse", MissingCells.Refuse), ("drop", MissingCells.Drop)),
    };

    private readonly Option<int?> _examples = new("--examples")
    {
        HelpName = "number",
        Description = "How many examples to generate to train on (" + Usual() + ").",
        CustomParser = OptionValues.Number<int>(
            $"a whole number from {FewestExamples} to {MostExamples}", count => count is >= FewestExamples and <= MostExamples),
    };

    private readonly Option<double?> _labelNoise = new("--label-noise")
    {
        HelpName = "number",
        Description = "The standard deviation of the noise on generated targets, in their units (as published).",
        CustomParser = OptionValues.Number<double>("a number of at least 0", noise => double.IsFinite(noise) && noise >= 0),
    };

    private Option[] OfFile => [_target, _ignore, _separator, _noHeader, _missing];

    private Option[] OfGenerated => [_examples, _labelNoise];

    /// <summary>Declares the options for a command.</summary>
    internal DataSyntax(Command command)
    {
        foreach (Option option in (IEnumerable<Option>)[_data, .. OfFile, .. OfGenerated])
            command.Add(option);
        command.Validators.Add(CheckTogether);
    }

    /// <summary>What was asked for.</summary>
    internal DataChoice Read(ParseResult parsed) => new()
    {
        Data = parsed.GetRequiredValue(_data),
        Target = parsed.GetValue(_target),
        TrainCount = parsed.GetValue(_examples),
        LabelNoise = parsed.GetValue(_labelNoise),
        Csv = new CsvSettings
        {
            Separator = parsed.GetValue(_separator),
            HasHeader = !parsed.GetValue(_noHeader),
            Missing = parsed.GetValue(_missing) ?? MissingCells.Refuse,
            Ignored = parsed.GetValue(_ignore) ?? [],
        },
    };

    private static string Usual() => string.Join(", ", DataRegistry.All
        .GroupBy(data => data.TrainCount)
        .OrderByDescending(group => group.Count())
        .Select((group, i) => i == 0 ? $"{group.Key}" : $"{string.Join(" and ", group.Select(data => data.Key))} {group.Key}"));

    private void CheckTogether(CommandResult result)
    {
        bool named = result.GetResult(_data) is { Implicit: false };
        string data = named ? result.GetValue(_data)! : DataChoice.Default;
        bool generated = DataRegistry.Find(data) is not null;
        foreach (Option option in generated ? OfFile : OfGenerated)
        {
            if (result.GetResult(option) is not { Implicit: false })
                continue;
            result.AddError(!generated
                ? $"{option.Name} is for generated data; '{data}' is a file."
                : named ? $"{option.Name} is for a file; '{data}' is generated." : $"{option.Name} is for a file; --data is missing.");
        }

        if (!generated && result.GetResult(_target) is null)
        {
            bool perhapsFile = File.Exists(data) || Path.HasExtension(data) || data.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal);
            result.AddError(perhapsFile
                ? "--data needs --target, the column to predict."
                : $"--data expects a file or one of {DataRegistry.Keys}; got '{data}'.");
        }
    }
}
