using System;
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
        AttributeData? attribute = WellKnownNames.MlpAttributeOf(type);

        // With the attribute on two parts, which the compiler rejects, we are called for each; two models would be two files of one name.
        return attribute is not null && IsWithin(marked.TargetNode, attribute) ? Parse(type, attribute, report: null, cancellation) : null;
    }

    /// <summary>The model of one class, or null where anything is wrong with it.</summary>
    /// <param name="type">The class.</param>
    /// <param name="attribute">Its <c>[Mlp(...)]</c>.</param>
    /// <param name="report">Told of every mistake, at its place in the source; null to be silent.</param>
    /// <param name="cancellation">Stops between the stages.</param>
    public static MlpModel? Parse(
        INamedTypeSymbol type, AttributeData attribute, Action<Diagnostic>? report, CancellationToken cancellation)
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

    private static bool IsWithin(SyntaxNode part, AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } written && written.SyntaxTree == part.SyntaxTree && part.Span.Contains(written.Span);

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
