namespace NoiseRegGen.Generator.Planning;

/// <summary>Some tiles of one height, one below the other, in a kernel that keeps its sums in registers.</summary>
/// <param name="Height">Rows of one tile; each row has two vectors of lanes.</param>
/// <param name="Count">How many tiles of this height follow one another.</param>
/// <param name="Splits">
/// Into how many partial sums each row's sum is split, by the index modulo this number: a result of few rows needs them to have eight
/// independent chains of fused multiply-adds (latency 4 times 2 per cycle).
/// </param>
internal sealed record TileRun(int Height, int Count, int Splits);
