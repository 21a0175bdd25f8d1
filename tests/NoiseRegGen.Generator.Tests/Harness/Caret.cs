// For tests alone: no compiler loads it, no release has it.
#pragma warning disable RS1036, RS1038, RS1041, RS2008
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>A diagnostic where the user's caret stands in one text; none in any other, so that what an action has made is left alone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class Caret(string source, int place) : DiagnosticAnalyzer
{
    public const string Id = "CARET";

    private static readonly DiagnosticDescriptor s_here = new(Id, "Here", "Here", "Tests", DiagnosticSeverity.Info, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_here];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxTreeAction(file =>
        {
            if (file.Tree.GetText(file.CancellationToken).ToString() == source)
                file.ReportDiagnostic(Diagnostic.Create(s_here, Location.Create(file.Tree, new TextSpan(place, 0))));
        });
    }
}
