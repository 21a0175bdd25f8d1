namespace NoiseRegGen.Generator.Model;

/// <summary>The file that an attribute names.</summary>
/// <param name="Path">The path as the attribute gives it: <c>friction.mlp.json</c>, <c>models/friction.mlp.json</c>.</param>
/// <param name="Folder">The folder of the source file with the attribute, which the path may be relative to.</param>
internal sealed record FileReference(string Path, string Folder);
