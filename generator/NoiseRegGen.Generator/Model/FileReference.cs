namespace NoiseRegGen.Generator.Model;

/// <summary>The file that an attribute names, and what the attribute says beside it.</summary>
/// <param name="Path">The path as the attribute gives it: <c>friction.mlp.json</c>, <c>models/friction.mlp.json</c>.</param>
/// <param name="Folder">The folder of the source file with the attribute, which the path may be relative to.</param>
/// <param name="Laplacian">How Laplacians are found.</param>
internal sealed record FileReference(string Path, string Folder, LaplacianChoice Laplacian);
