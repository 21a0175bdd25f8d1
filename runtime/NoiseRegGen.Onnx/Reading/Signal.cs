namespace NoiseRegGen.Onnx.Reading;

/// <summary>A value of the graph that depends on the input.</summary>
/// <param name="Layer">How many layers lie before it; 0 for what is computed from the graph's input directly.</param>
/// <param name="Term">What it is of that layer's <c>z</c>, or of the graph's input.</param>
/// <param name="Origin">The node it comes from, for messages.</param>
internal sealed record Signal(int Layer, Term Term, string Origin);
