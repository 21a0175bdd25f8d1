using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NoiseRegGen.Generator.Parsing;

namespace NoiseRegGen.Generator.Diagnostics;

/// <summary>Says that a project has the generator but not the library that the generated code calls.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RuntimeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.RuntimeMissing];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();

        // By syntax: without the library there is no symbol of its attribute.
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.Attribute);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (!IsNamedMlp(attribute.Name) || attribute.Parent?.Parent is not ClassDeclarationSyntax { Identifier.ValueText: var network })
            return;

        // An attribute of that name that is another library's is none of ours.
        ITypeSymbol? type = context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type;
        if (type is null or { TypeKind: TypeKind.Error })
        {
            if (context.Compilation.GetTypesByMetadataName(WellKnownNames.AttributeMetadataName).IsEmpty)
                Report(context, attribute, network, "this project", WellKnownNames.AttributeMetadataName);
        }
        else if (type.ToDisplayString() == WellKnownNames.AttributeMetadataName && !WellKnownNames.IsRuntime(type.ContainingAssembly))
        {
            Report(context, attribute, network, $"the assembly '{type.ContainingAssembly.Name}' of the attribute", WellKnownNames.NetworkInterface);
        }
    }

    private static bool IsNamedMlp(NameSyntax name)
    {
        string last = name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return last is "Mlp" or WellKnownNames.AttributeName;
    }

    private static void Report(SyntaxNodeAnalysisContext context, AttributeSyntax attribute, string network, string place, string type) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.RuntimeMissing, attribute.Name.GetLocation(), network, place, type));
}
