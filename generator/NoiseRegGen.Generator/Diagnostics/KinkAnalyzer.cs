using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Parsing;

namespace NoiseRegGen.Generator.Diagnostics;

/// <summary>Hints, where second derivatives of a network are asked for, that they are 0 at the kinks of its activations.</summary>
/// <remarks>At the call, not at the attribute: there is nothing odd about a ReLU network that is trained without these terms.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KinkAnalyzer : DiagnosticAnalyzer
{
    // The penalty's value needs first derivatives only, but to train on it or to expand the noise takes the second.
    private static readonly ImmutableHashSet<string> Curved =
        ImmutableHashSet.Create("PenalizedGradient", "CorrectedGradient", "ExpandNoise", "Laplacians");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.KinksLeftOut];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        INamedTypeSymbol type = call.TargetMethod.ContainingType;
        if (!Curved.Contains(call.TargetMethod.Name) || NetworkReader.Read(type, context.CancellationToken) is not { } network)
            return;
        string[] kinked = [.. network.Layers.Select(static layer => layer.Activation).Where(static kind => kind.HasKink()).Distinct().Select(static kind => $"{kind}")];
        if (kinked.Length > 0)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.KinksLeftOut, NameOf(call).GetLocation(), call.TargetMethod.Name, string.Join(" and ", kinked), type.Name));
        }
    }

    private static SyntaxNode NameOf(IInvocationOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } => name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name: var name } } => name,
        InvocationExpressionSyntax { Expression: var name } => name,
        var other => other,
    };
}
