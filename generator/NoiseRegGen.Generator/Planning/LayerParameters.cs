namespace NoiseRegGen.Generator.Planning;

/// <summary>Where one layer's parameters lie in the flat vector.</summary>
/// <param name="Weights">The index of <c>W_l</c>'s first number; out x in, row-major.</param>
/// <param name="Biases">The index of <c>b_l</c>'s first number.</param>
/// <param name="End">The index after <c>b_l</c>'s last number.</param>
internal sealed record LayerParameters(int Weights, int Biases, int End);
