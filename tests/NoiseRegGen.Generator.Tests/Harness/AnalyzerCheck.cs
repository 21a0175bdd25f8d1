using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using NoiseRegGen.Generator.Diagnostics;
using Xunit;

namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>Runs the analyzer by the Roslyn testing library, on the running framework's assemblies.</summary>
internal static class AnalyzerCheck
{
    public const string Using = "using NoiseRegGen;\n";

    /// <summary>No package behind it: the library would download one.</summary>
    public static ReferenceAssemblies NoPackage { get; } = new("net10.0");

    /// <summary>Fails unless the analyzer reports just what is expected. The compiler's own errors are not looked at.</summary>
    public static Task VerifyAsync(string source, params DiagnosticResult[] expected) =>
        VerifyAsync(source, LanguageVersion.CSharp13, expected);

    public static Task VerifyAsync(string source, LanguageVersion version, params DiagnosticResult[] expected) =>
        VerifyAsync(source, version, [], expected);

    /// <summary>The same, with additional files.</summary>
    public static Task VerifyAsync(string source, (string Path, string Text)[] files, params DiagnosticResult[] expected) =>
        VerifyAsync(source, LanguageVersion.CSharp13, files, expected);

    private static async Task VerifyAsync(string source, LanguageVersion version, (string Path, string Text)[] files, DiagnosticResult[] expected)
    {
        var test = new Test(version)
        {
            TestCode = Using + source,
            ReferenceAssemblies = NoPackage,
            CompilerDiagnostics = CompilerDiagnostics.None,
        };
        foreach ((string path, string text) in files)
            test.TestState.AdditionalFiles.Add((path, text));
        test.TestState.AdditionalReferences.AddRange(TestReferences.All);
        test.ExpectedDiagnostics.AddRange(expected);
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A diagnostic at the marked place.</summary>
    public static DiagnosticResult Expected(string id, string message, int place = 0) =>
        new DiagnosticResult(id, DiagnosticSeverity.Error).WithLocation(place).WithMessage(message);

    private sealed class Test(LanguageVersion version) : CSharpAnalyzerTest<MlpAnalyzer, DefaultVerifier>
    {
        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(version);
    }
}
