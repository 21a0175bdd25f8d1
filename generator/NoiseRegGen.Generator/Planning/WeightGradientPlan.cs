using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Planning;

/// <summary>How a layer's weight gradient, <c>dW = dz h^T</c> summed over examples, is divided between its two kernels.</summary>
/// <param name="Grouped">
/// How many of the inputs, from the first on, are regrouped to lanes over inputs for an outer product; 0 if none. Those from there on are inner products over
/// the examples, straight from the lane blocks.
/// </param>
internal sealed record WeightGradientPlan(int Grouped)
{
    // A sum across a vector ends each inner product, a quarter of its time at a panel of 8 blocks; an outer product of few rows waits for its additions, and
    // regrouping h costs more than both. With 10 rows they are level (speed.md).
    private const int FewRows = 4;

    // Inputs of a group at 256 bits; two groups at 128, and at 512 half a one, which is one vector.
    private static int GroupOf(ScalarKind scalar) => scalar == ScalarKind.Single ? 16 : 8;

    internal static WeightGradientPlan For(LayerModel layer, ScalarKind scalar)
    {
        if (HasFewRows(layer.Outputs))
            return new(0);

        // As inner products, a quarter of a group costs less than the vector of an outer product that it would half fill.
        int group = GroupOf(scalar), left = layer.Inputs % group;
        return new(left <= group / 4 ? layer.Inputs - left : layer.Inputs);
    }

    /// <summary>Whether a dW of so many rows is all inner products, four inputs at a time; otherwise four rows at a time are taken with each input left.</summary>
    internal static bool HasFewRows(int rows) => rows <= FewRows;
}
