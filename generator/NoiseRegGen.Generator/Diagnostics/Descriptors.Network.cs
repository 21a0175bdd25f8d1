using Microsoft.CodeAnalysis;

namespace NoiseRegGen.Generator.Diagnostics;

/// <content>The attribute's arguments.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor TooFewSizes = Create(
        "NRG0001",
        "A network needs at least two sizes",
        "A network needs at least two sizes, the number of inputs and the number of outputs, but [Mlp] gives {0}");

    public static readonly DiagnosticDescriptor SizeTooSmall = Create(
        "NRG0002",
        "A size is below 1",
        "{0} must be at least 1, but is {1}");

    public static readonly DiagnosticDescriptor SizeTooLarge = Create(
        "NRG0003",
        "A size is too large",
        "{0} must be at most {2}, but is {1}");

    public static readonly DiagnosticDescriptor TooManyLayers = Create(
        "NRG0004",
        "The network has too many layers",
        "A network may have at most {1} layers, but [Mlp] gives {0}");

    public static readonly DiagnosticDescriptor TooManyParameters = Create(
        "NRG0005",
        "The network has too many parameters",
        "A network may have at most {1} parameters, but [Mlp] gives {0}");

    public static readonly DiagnosticDescriptor WrongActivationCount = Create(
        "NRG0006",
        "There must be one activation for each layer",
        "Activations needs one entry for each of the {0} layers, hidden layers first, but has {1}");

    public static readonly DiagnosticDescriptor ActivationsTwice = Create(
        "NRG0007",
        "Activations excludes Hidden and Output",
        "Activations already names the activation of every layer, so {0} cannot be given too");

    public static readonly DiagnosticDescriptor UnknownValue = Create(
        "NRG0008",
        "The value is not a member of its enumeration",
        "{0} is not a member of {1}");
}
