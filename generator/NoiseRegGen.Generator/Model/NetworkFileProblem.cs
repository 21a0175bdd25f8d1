namespace NoiseRegGen.Generator.Model;

/// <summary>What is wrong with a network's file: the first mistake in it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">What was expected and what came, with line and column where there is a place to name.</param>
internal sealed record NetworkFileProblem(NetworkFileProblemKind Kind, string Text);
