using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Parsing;

namespace NoiseRegGen.Generator.Diagnostics;

/// <summary>Says what is wrong with an <c>[Mlp]</c> class, at the place in the source where it can be mended.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MlpAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.TooFewSizes,
        Descriptors.SizeTooSmall,
        Descriptors.SizeTooLarge,
        Descriptors.TooManyLayers,
        Descriptors.TooManyParameters,
        Descriptors.WrongActivationCount,
        Descriptors.ActivationsTwice,
        Descriptors.UnknownValue,
        Descriptors.ClassNotPartial,
        Descriptors.ContainerNotPartial,
        Descriptors.RecordClass,
        Descriptors.StaticClass,
        Descriptors.AbstractClass,
        Descriptors.GenericClass,
        Descriptors.FileLocalClass,
        Descriptors.LanguageVersionTooLow,
        Descriptors.MemberConflict,
        Descriptors.ClassNameConflict,
        Descriptors.ConstructorConflict,
        Descriptors.PrimaryConstructor,
        Descriptors.ConstructorNotChained,
        Descriptors.RequiredMember,
        Descriptors.BaseWithoutConstructor,
        Descriptors.InheritedConflict,
        Descriptors.NotANetworkFileName,
        Descriptors.FileMissing,
        Descriptors.FileAmbiguous,
        Descriptors.FileNotOfTheFormat,
        Descriptors.FileNamesUnknownValue,
        Descriptors.FileOutOfRange,
        Descriptors.GivenTwice,
        Descriptors.HiddenName,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        OuterTypes.Check(type, context.ReportDiagnostic, context.CancellationToken);

        // On anything but a class the compiler rejects the attribute itself.
        if (type.TypeKind == TypeKind.Class && WellKnownNames.MlpAttributeOf(type) is { } attribute)
            MlpParser.Check(type, attribute, () => ReadFiles(context), context.ReportDiagnostic, context.CancellationToken);
    }

    private static IReadOnlyList<NetworkFile> ReadFiles(SymbolAnalysisContext context) =>
    [
        .. context.Options.AdditionalFiles
            .Where(static file => NetworkFileReader.IsNetworkFile(file.Path))
            .Select(file => NetworkFileReader.Read(file.Path, file.GetText(context.CancellationToken)?.ToString())),
    ];
}
