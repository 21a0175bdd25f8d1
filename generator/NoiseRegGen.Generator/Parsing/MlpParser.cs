using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NoiseRegGen.Generator.Diagnostics;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Reads one marked class: symbol, attribute and file to model. The generator and the analyzer call the same code.</summary>
internal static class MlpParser
{
    /// <summary>The language version that the emitted text is written in.</summary>
    public const LanguageVersion MinimumLanguageVersion = LanguageVersion.CSharp13;

    /// <summary>For the pipeline: the class, or null where the specification is in error, which is the analyzer's to say.</summary>
    public static MarkedClass? ParseSilently(GeneratorAttributeSyntaxContext marked, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)marked.TargetSymbol;
        AttributeData? attribute = WellKnownNames.MlpAttributeOf(type);

        // With the attribute on two parts, which the compiler rejects, we are called for each; two models would be two files of one name.
        if (attribute is null || !IsWithin(marked.TargetNode, attribute, cancellation))
            return null;
        var problems = new ParseProblems(report: null);
        var written = WrittenParts.Of(type, cancellation);
        (TypeModel typeModel, NetworkModel? network, FileReference? file) =
            ReadClass(type, attribute, written, new AttributeSites(attribute, cancellation), problems, cancellation);
        if (problems.Any || (network is null && file is null))
            return null;

        // The number type of a network that a file defines is known only when the file has been read.
        bool single = network?.Scalar != ScalarKind.Double && Fits(type, written, ScalarKind.Single, cancellation);
        bool both = network?.Scalar != ScalarKind.Single && Fits(type, written, ScalarKind.Double, cancellation);
        return single || both ? new MarkedClass(typeModel, network, file, single, both) : null;
    }

    /// <summary>For the pipeline: the model of a class, with the network that its attribute or its file gives; null where that is in error.</summary>
    public static MlpModel? Define(MarkedClass marked, EquatableArray<NetworkFile> files)
    {
        NetworkDefinition? definition = marked.File is { } file
            ? FileParser.Find(file, files, sites: null, new ParseProblems(report: null))
            : new NetworkDefinition(marked.Network!, null);
        return definition is not null && marked.Fits(definition.Network.Scalar)
            ? new MlpModel(
                marked.Type, definition.Network, AttributeText.Of(definition.Network), marked.File?.Path, definition.ParametersSha256)
            : null;
    }

    /// <summary>For the analyzer: tells of every mistake, at its place in the source.</summary>
    /// <param name="type">The class.</param>
    /// <param name="attribute">Its <c>[Mlp(...)]</c>.</param>
    /// <param name="files">The additional files that may define networks; asked for only if the attribute names a file.</param>
    /// <param name="report">Told of every mistake.</param>
    /// <param name="cancellation">Stops between the stages.</param>
    public static void Check(
        INamedTypeSymbol type,
        AttributeData attribute,
        Func<IReadOnlyList<NetworkFile>> files,
        Action<Diagnostic> report,
        CancellationToken cancellation)
    {
        var problems = new ParseProblems(report);
        var sites = new AttributeSites(attribute, cancellation);
        var written = WrittenParts.Of(type, cancellation);
        (_, NetworkModel? network, FileReference? file) = ReadClass(type, attribute, written, sites, problems, cancellation);
        if (file is not null)
            network = FileParser.Find(file, files(), sites, problems)?.Network;
        MemberConflicts.Check(type, written, network?.Scalar ?? ScalarKind.Single, problems, cancellation);
    }

    private static (TypeModel Type, NetworkModel? Network, FileReference? File) ReadClass(
        INamedTypeSymbol type,
        AttributeData attribute,
        WrittenParts written,
        AttributeSites sites,
        ParseProblems problems,
        CancellationToken cancellation)
    {
        CheckLanguageVersion(type, sites, problems);
        TypeModel typeModel = TypeParser.Parse(type, written, problems, cancellation);
        HiddenNames.Check(type, written, problems);
        cancellation.ThrowIfCancellationRequested();
        return NetworkParser.IsBound(attribute)
            ? FileParser.NamesFile(attribute)
                ? (typeModel, null, FileParser.Parse(attribute, sites, problems))
                : (typeModel, NetworkParser.Parse(attribute, sites, problems), null)
            : (typeModel, null, null);
    }

    private static bool Fits(INamedTypeSymbol type, WrittenParts written, ScalarKind scalar, CancellationToken cancellation)
    {
        var problems = new ParseProblems(report: null);
        MemberConflicts.Check(type, written, scalar, problems, cancellation);
        return !problems.Any;
    }

    private static bool IsWithin(SyntaxNode part, AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent == part;

    private static void CheckLanguageVersion(INamedTypeSymbol type, AttributeSites sites, ParseProblems problems)
    {
        if (sites.LanguageVersion < MinimumLanguageVersion)
        {
            problems.Add(
                Descriptors.LanguageVersionTooLow,
                sites.Attribute,
                type.Name,
                MinimumLanguageVersion.ToDisplayString(),
                sites.LanguageVersion.ToDisplayString());
        }
    }
}
