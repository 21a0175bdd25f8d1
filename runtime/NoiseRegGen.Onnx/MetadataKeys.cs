using System;

namespace NoiseRegGen.Onnx;

/// <summary>The metadata (<c>metadata_props</c>) that this library writes; every value is text.</summary>
internal static class MetadataKeys
{
    internal const string Producer = "NoiseRegGen";

    internal const string CurrentVersion = "1";

    internal const string Version = Prefix + "version";
    internal const string Layers = Prefix + "layers";
    internal const string Activations = Prefix + "activations";
    internal const string Precision = Prefix + "precision";

    /// <summary>SHA-256 of the parameters' little-endian bytes in the order of <c>IMlp.Parameters</c>.</summary>
    internal const string ParametersSha256 = Prefix + "parametersSha256";

    /// <summary>Column names and standardisation, as in this library's safetensors files.</summary>
    internal const string Data = Prefix + "data";

    /// <summary>Whether the graph standardises.</summary>
    internal const string Folded = Prefix + "standardizationFolded";

    private const string Prefix = "noisereggen.";

    internal static bool IsOwn(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);
}
