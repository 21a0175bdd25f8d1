namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>A mistake of a user's, and what the analyzer says about it.</summary>
/// <param name="Id">The diagnostic's number.</param>
/// <param name="Message">The message, in full.</param>
/// <param name="Source">The source, the place between <c>{|#0:</c> and <c>|}</c>; without a <c>using</c>.</param>
public sealed record DiagnosticCase(string Id, string Message, string Source);
