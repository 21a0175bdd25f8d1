using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NoiseRegGen;

namespace CompareRegularizers.Commands.Syntax;

/// <summary>The options that choose the network.</summary>
internal sealed class NetworkSyntax
{
    private const int LargestLayer = 4096;
    private const int MostLayers = 16;

    private readonly Option<int[]?> _hidden = new("--hidden")
    {
        HelpName = "numbers",
        Description = "Units of the hidden layers, such as 50 or 64,64, or none for a linear network (the data's usual network; for a table 50).",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = ParseHidden,
    };

    private readonly Option<Activation[]?> _activation = new("--activation")
    {
        HelpName = "names",
        Description = $"Activation of the hidden layers, one for all or one for each: {OptionValues.NamesOf<Activation>()} (tanh).",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = OptionValues.Members<Activation>(),
    };

    private readonly Option<Precision?> _precision = new("--precision")
    {
        HelpName = "name",
        Description = "The number type to train in: single or double (single).",
        CustomParser = OptionValues.Member<Precision>(),
    };

    /// <summary>Declares the options.</summary>
    /// <param name="command">The command to add them to.</param>
    /// <param name="withPrecision">Whether the number type can be chosen.</param>
    internal NetworkSyntax(Command command, bool withPrecision = true)
    {
        command.Add(_hidden);
        command.Add(_activation);
        if (withPrecision)
            command.Add(_precision);
    }

    /// <summary>What the user chose.</summary>
    internal NetworkChoice Read(ParseResult parsed) => new(
        // The library gives an empty array for an option that is not there, and so does "none".
        parsed.GetResult(_hidden) is null ? null : parsed.GetValue(_hidden),
        parsed.GetResult(_activation) is null ? null : parsed.GetValue(_activation),
        parsed.GetValue(_precision) ?? Precision.Single);

    private static int[]? ParseHidden(ArgumentResult result)
    {
        string[] words = [.. OptionValues.Words(result)];
        if (words is ["none"])
            return [];
        var units = new List<int>();
        foreach (string word in words)
        {
            bool isCount = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int count);
            if (!isCount || count is < 1 or > LargestLayer)
                return OptionValues.Reject<int[]>(result, $"whole numbers from 1 to {LargestLayer}", word);
            units.Add(count);
        }

        return units.Count <= MostLayers ? [.. units] : OptionValues.Reject<int[]>(result, $"at most {MostLayers} of them", $"{units.Count}");
    }
}
