using System.Collections.Generic;
using NoiseRegGen.Files;

namespace NoiseRegGen.Onnx.Reading;

/// <summary>A graph that fits the expected network.</summary>
/// <param name="Layers">Its layers.</param>
/// <param name="Inputs">Standardisation of the inputs that the graph does itself, or null.</param>
/// <param name="Targets">That of the targets, undone on the outputs, or null.</param>
/// <param name="Metadata">The texts that came with the model.</param>
/// <param name="IsOwn">Whether this library wrote the file, by anything in it that says so: then what it writes must be there.</param>
internal sealed record ReadModel(
    IReadOnlyList<ReadLayer> Layers, Standardization? Inputs, Standardization? Targets, IReadOnlyDictionary<string, string> Metadata, bool IsOwn);
