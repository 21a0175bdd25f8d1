namespace NoiseRegGen.Generator.Model;

/// <summary>An additional file named <c>*.mlp.json</c>, read.</summary>
/// <param name="Path">Where it is, with <c>/</c> between folders. Serves to find it and is never emitted.</param>
/// <param name="Definition">What it says, or null where it is in error.</param>
/// <param name="Problem">The first mistake in it, or null.</param>
internal sealed record NetworkFile(string Path, NetworkDefinition? Definition, NetworkFileProblem? Problem);
