namespace NoiseRegGen.Generator.Model;

/// <summary>One file of emitted source.</summary>
/// <param name="HintName">Its name, such as <c>Samples.Friction.Forward.g.cs</c>.</param>
/// <param name="Text">Its text, with <c>\n</c> at line ends.</param>
internal sealed record GeneratedFile(string HintName, string Text);
