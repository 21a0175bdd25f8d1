using System;
using NoiseRegGen.Numerics;

namespace CompareRegularizers.Equivalence;

/// <summary>
/// What a draw of weight noise does to the outputs to second order in <c>sqrt(eta)</c>: with the very normals <c>xi</c> that the
/// library's local reparameterisation draws, <c>yhat(xi) = yhat + sqrt(eta) y' + (eta/2) y'' + O(eta^{3/2})</c>.
/// </summary>
/// <remarks>
/// <para>The chain <c>z~_l = W_l h~_{l-1} + b_l + sqrt(eta (||h~_{l-1}||^2 + 1)) xi_l</c> is differentiated twice at eta = 0
/// (theory 1.7 has the chain), with <c>s_l = ||h_{l-1}||^2 + 1</c>:</para>
/// <code>
/// z'_l  = sqrt(s_l) xi_l + W_l h'_{l-1}                                        h'_l  = sigma' z'_l
/// z''_l = 2 (h_{l-1} . h'_{l-1}) / sqrt(s_l) xi_l + W_l h''_{l-1}              h''_l = sigma' z''_l + sigma'' (z'_l)^2
/// </code>
/// <para><c>E sum_k y'_k^2 = P</c> and <c>E y''_k = T_k</c>, exactly: so <c>sum_k y'_k^2 + r_k y''_k</c> is a control variate of
/// known mean for the noise gap, and what is left of a pair of draws is of second order in eta.</para>
/// </remarks>
internal sealed partial class NoiseJet
{
    private readonly LaneLayer[] _layers;
    private readonly int _examples;

    private NoiseJet(LaneLayer[] layers, int examples) => (_layers, _examples) = (layers, examples);

    /// <summary>Both derivatives for every example, under the noise of one step.</summary>
    /// <param name="seed">The seed of the noise.</param>
    /// <param name="step">Its step; example i is presentation i.</param>
    /// <param name="first"><c>y'</c>, examples x outputs; overwritten.</param>
    /// <param name="second"><c>y''</c>, examples x outputs; overwritten.</param>
    internal void Propagate(ulong seed, long step, Span<double> first, Span<double> second)
    {
        var key = new NoiseKey(seed, step);
        int lanes = LaneProduct.Lanes;
        int outputs = _layers[^1].Units;
        for (int block = 0; block * lanes < _examples; block++)
        {
            (double[] h1, double[] h2) = PropagateBlock(key, block);
            int live = Math.Min(lanes, _examples - (block * lanes));
            for (int i = 0; i < live * outputs; i++)
            {
                int place = (block * lanes * outputs) + i;
                int lane = ((i % outputs) * lanes) + (i / outputs);
                (first[place], second[place]) = (h1[lane], h2[lane]);
            }
        }
    }

    private (double[] First, double[] Second) PropagateBlock(in NoiseKey key, int block)
    {
        double[] first = [], second = [];
        for (int l = 0; l < _layers.Length; l++)
        {
            LaneLayer layer = _layers[l];
            double[] z1 = new double[layer.Units * LaneProduct.Lanes], z2 = new double[z1.Length];
            AddNoise(layer, key, l + 1, block, first, z1, z2);
            if (l > 0)
            {
                LaneProduct.AddTo(layer.Weights, first, z1);
                LaneProduct.AddTo(layer.Weights, second, z2);
            }

            ApplyActivation(layer, block, z1, z2);
            (first, second) = (z1, z2);
        }

        return (first, second);
    }

    // The input of the first layer carries no noise: its norm has no derivative.
    private static void AddNoise(LaneLayer layer, in NoiseKey key, int number, int block, double[] inputFirst, double[] z1, double[] z2)
    {
        int lanes = LaneProduct.Lanes;
        var xi = new double[z1.Length];
        NormalNoise.FillUnits(key, number, (uint)(block * lanes), blocks: 1, layer.Units, ref xi[0]);
        ReadOnlySpan<double> norm = layer.InputNorm.AsSpan(block * lanes, lanes);
        Span<double> growth = stackalloc double[lanes];
        if (inputFirst.Length > 0)
            LaneProduct.Inner(layer.InputValues.AsSpan(block * inputFirst.Length, inputFirst.Length), inputFirst, growth);
        for (int i = 0; i < xi.Length; i++)
        {
            int lane = i % lanes;
            z1[i] = norm[lane] * xi[i];
            z2[i] = 2 * growth[lane] / norm[lane] * xi[i];
        }
    }

    private static void ApplyActivation(LaneLayer layer, int block, double[] first, double[] second)
    {
        for (int i = 0; i < first.Length; i++)
        {
            int place = (block * first.Length) + i;
            second[i] = (layer.Slope[place] * second[i]) + (layer.Curvature[place] * first[i] * first[i]);
            first[i] *= layer.Slope[place];
        }
    }
}
