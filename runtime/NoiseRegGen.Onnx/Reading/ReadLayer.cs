namespace NoiseRegGen.Onnx.Reading;

/// <summary>One layer as the graph has it.</summary>
/// <param name="Weight">out x in.</param>
/// <param name="Bias">As many numbers as there are outputs; null for none, which means zeros.</param>
internal sealed record ReadLayer(Constant Weight, Constant? Bias);
