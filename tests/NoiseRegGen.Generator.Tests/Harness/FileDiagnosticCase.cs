namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>A mistake that involves a network's file.</summary>
/// <param name="Case">The source, and what the analyzer says.</param>
/// <param name="Files">The additional files.</param>
public sealed record FileDiagnosticCase(DiagnosticCase Case, params (string Path, string Text)[] Files);
