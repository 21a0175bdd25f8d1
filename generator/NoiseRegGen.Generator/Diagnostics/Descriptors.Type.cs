using Microsoft.CodeAnalysis;

namespace NoiseRegGen.Generator.Diagnostics;

/// <content>The class and what is around it.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor ClassNotPartial = Create(
        "NRG0009",
        "A network's class must be partial",
        "Class '{0}' must be partial, so that the generator can add the network to it");

    public static readonly DiagnosticDescriptor ContainerNotPartial = Create(
        "NRG0010",
        "The types around a network's class must be partial",
        "Type '{0}' must be partial, because the network '{1}' is declared inside it");

    public static readonly DiagnosticDescriptor RecordClass = Create(
        "NRG0011",
        "A network cannot be a record",
        "'{0}' cannot be a record: a record is equal by value and copied by 'with', a network is neither");

    public static readonly DiagnosticDescriptor StaticClass = Create(
        "NRG0012",
        "A network's class cannot be static",
        "Class '{0}' cannot be static: each instance is one set of parameters");

    public static readonly DiagnosticDescriptor AbstractClass = Create(
        "NRG0013",
        "A network's class cannot be abstract",
        "Class '{0}' cannot be abstract: the generated Create makes instances of it");

    public static readonly DiagnosticDescriptor GenericClass = Create(
        "NRG0014",
        "A network's class cannot be generic",
        "Class '{0}' cannot have type parameters: its shape and number type are fixed by [Mlp]");

    public static readonly DiagnosticDescriptor FileLocalClass = Create(
        "NRG0015",
        "A network's class cannot be local to a file",
        "Class '{0}' cannot be generated, because '{1}' is local to its file and the generated parts stand in other files");

    public static readonly DiagnosticDescriptor LanguageVersionTooLow = Create(
        "NRG0016",
        "The language version is too low",
        "The network '{0}' is generated in C# {1}, but the project is compiled as C# {2}");
}
