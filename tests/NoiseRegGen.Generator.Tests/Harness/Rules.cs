using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NoiseRegGen.Generator.Diagnostics;

namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>All analyzers and what they say.</summary>
internal static class Rules
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = [new MlpAnalyzer(), new RuntimeAnalyzer(), new KinkAnalyzer()];

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [.. Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics)];
}
