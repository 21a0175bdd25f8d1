using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NoiseRegGen.Generator.Diagnostics;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Reads one marked class: symbol and attribute to model. The generator and the analyzer call the same code.</summary>
internal static class MlpParser
{
    /// <summary>The language version that the emitted text is written in.</summary>
    public const LanguageVersion MinimumLanguageVersion = LanguageVersion.CSharp13;

    /// <summary>For the pipeline: the model, or null where the specification is in error, which is the analyzer's to say.</summary>
    public static MlpModel? ParseSilently(GeneratorAttributeSyntaxContext marked, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)marked.TargetSymbol;
        AttributeData attribute = marked.Attributes[0];

        // The attribute written twice, on one part or on two, is the compiler's error; two models would be two files of one name.
        AttributeData first = type.GetAttributes().First(static data => WellKnownNames.IsMlpAttribute(data.AttributeClass));
        if (!SameSyntax(first, attribute))
            return null;
        return Parse(type, attribute, report: null, cancellation);
    }

    /// <summary>The model of one class, or null where anything is wrong with it.</summary>
    /// <param name="type">The class.</param>
    /// <param name="attribute">Its <c>[Mlp(...)]</c>.</param>
    /// <param name="report">Told of every mistake, at its place in the source; null to be silent.</param>
    /// <param name="cancellation">Stops between the stages.</param>
    public static MlpModel? Parse(INamedTypeSymbol type, AttributeData attribute, Action<Diagnostic>? report, CancellationToken cancellation)
    {
        var problems = new ParseProblems(report);
        var sites = new AttributeSites(attribute, cancellation);
        CheckLanguageVersion(type, sites, problems);

        TypeModel typeModel = TypeParser.Parse(type, problems, cancellation);
        cancellation.ThrowIfCancellationRequested();

        NetworkModel? network = NetworkParser.Parse(attribute, sites, problems);
        cancellation.ThrowIfCancellationRequested();

        MemberConflicts.Check(type, network?.Scalar ?? ScalarKind.Single, problems, cancellation);
        return network is null || problems.Any ? null : new MlpModel(typeModel, network, AttributeText.Of(network));
    }

    private static bool SameSyntax(AttributeData left, AttributeData right) =>
        left.ApplicationSyntaxReference?.SyntaxTree == right.ApplicationSyntaxReference?.SyntaxTree
        && left.ApplicationSyntaxReference?.Span == right.ApplicationSyntaxReference?.Span;

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
