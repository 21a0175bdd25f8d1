using Microsoft.CodeAnalysis;

namespace NoiseRegGen.Generator.Diagnostics;

/// <content>The file that defines a network.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor NotANetworkFileName = Create(
        "NRG0030",
        "The attribute does not name a network's file",
        "A network's file is named '*.mlp.json', but [Mlp] gives {0}");

    public static readonly DiagnosticDescriptor FileMissing = Create(
        "NRG0031",
        "The network's file is not among the additional files",
        "There is no additional file '{0}'; add it to the project as an AdditionalFiles item");

    public static readonly DiagnosticDescriptor FileAmbiguous = Create(
        "NRG0032",
        "Several additional files could be the network's",
        "'{0}' could be '{1}' or '{2}'; give more of the path");

    public static readonly DiagnosticDescriptor FileNotOfTheFormat = Create(
        "NRG0033",
        "The network's file is not of the format",
        "'{0}' is not the file of a network: {1}");

    public static readonly DiagnosticDescriptor FileNamesUnknownValue = Create(
        "NRG0034",
        "The network's file names an unknown activation or precision",
        "'{0}' cannot be generated: {1}");

    public static readonly DiagnosticDescriptor FileOutOfRange = Create(
        "NRG0035",
        "The network in the file cannot have this shape",
        "'{0}' cannot be generated: {1}");

    public static readonly DiagnosticDescriptor GivenTwice = Create(
        "NRG0036",
        "The network's file gives this already",
        "The network's file gives sizes, activations and precision, so {0} cannot be given too");
}
