using System;
using System.Collections.Immutable;
using System.IO;
using System.Numerics;

namespace NoiseRegGen.Files;

/// <summary>Saves networks as safetensors files and loads them back, and loads those of other programs.</summary>
/// <remarks>
/// The format and what is guaranteed are in the README.md beside this file's source. In short: a save is complete or has not
/// happened; a load checks everything before it changes the network.
/// </remarks>
public static partial class ModelFile
{
    /// <summary>The name of the description that is saved beside a model: its extension replaced by <c>.mlp.json</c>.</summary>
    /// <param name="path">The model's file, such as <c>friction.safetensors</c>.</param>
    public static string DescriptionPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Path.ChangeExtension(path, ".mlp.json");
    }
}
