using NoiseRegGen.Files;

namespace NoiseRegGen.Onnx;

/// <summary>What is saved with a network. By default: the network alone.</summary>
public sealed record OnnxSaveOptions
{
    /// <summary>The table that the network was trained on: column names and standardisation, which go into the file's metadata. Null for none.</summary>
    public DataDescription? Data { get; init; }

    /// <summary>
    /// Whether the graph itself standardises: subtracts the inputs' means, divides by their scales, and undoes the targets' standardisation on
    /// the outputs, so that the model takes raw columns and gives the target in its own units. Needs <see cref="Data"/>.
    /// </summary>
    /// <remarks>Means and scales are rounded to the network's number type there; the metadata have them in full.</remarks>
    public bool FoldStandardization { get; init; }
}
