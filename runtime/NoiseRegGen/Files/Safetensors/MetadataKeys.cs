using System;

namespace NoiseRegGen.Files.Safetensors;

/// <summary>The metadata this library writes into a safetensors header; every value is text, as the format asks.</summary>
internal static class MetadataKeys
{
    /// <summary>What all keys begin with: one of them marks a file as this library's, and then all checks are due.</summary>
    internal const string Prefix = "noisereggen.";

    /// <summary>
    /// SHA-256 of the file's first 8 bytes and the header, with this value's own 64 characters taken as zeros. Always the first entry,
    /// so that its place is known.
    /// </summary>
    internal const string HeaderSha256 = Prefix + "headerSha256";

    /// <summary>SHA-256 of all bytes after the header; of a model these are the parameters in their order.</summary>
    internal const string DataSha256 = Prefix + "dataSha256";

    internal const string Version = Prefix + "version";
    internal const string Kind = Prefix + "kind";
    internal const string Layers = Prefix + "layers";
    internal const string Activations = Prefix + "activations";
    internal const string Precision = Prefix + "precision";
    internal const string Data = Prefix + "data";
    internal const string Epoch = Prefix + "epoch";
    internal const string Step = Prefix + "step";
    internal const string Options = Prefix + "options";
    internal const string Optimizer = Prefix + "optimizer";
    internal const string OptimizerStep = Prefix + "optimizerStep";
    internal const string LearningRate = Prefix + "learningRate";

    internal const string CurrentVersion = "1";
    internal const string ModelKind = "model";
    internal const string CheckpointKind = "checkpoint";

    /// <summary>The length of a SHA-256 in hexadecimal.</summary>
    internal const int HashLength = 64;

    internal static bool IsOwn(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);
}
