using NoiseRegGen.Numerics;
using NoiseRegGen.PeerBenchmarks.Networks;

namespace NoiseRegGen.PeerBenchmarks.Jobs;

/// <summary>The library's own draws as row-major arrays, so that a peer can be checked under the very same noise.</summary>
internal static class RecordedNoise
{
    /// <summary>xi of a layer, batch x units. Layers count from 1, as in the formulas.</summary>
    internal static float[] Units(NetworkCase network, int layer, int batch)
    {
        NoiseKey key = Key(NoiseSampling.LocalReparameterization);
        int units = network.LayerSizes[layer], lanes = LaneCount, blocks = (batch + lanes - 1) / lanes;
        float[] xi = new float[blocks * units * lanes], rows = new float[batch * units];
        NormalNoise.FillUnits(key, layer, 0, blocks, units, ref xi[0]);
        for (int example = 0; example < batch; example++)
        {
            for (int unit = 0; unit < units; unit++)
                rows[(example * units) + unit] = xi[((((example / lanes) * units) + unit) * lanes) + (example % lanes)];
        }

        return rows;
    }

    /// <summary>One draw of a layer's weights (out x in) and, after them, its biases.</summary>
    internal static float[] Weights(NetworkCase network, int layer)
    {
        float[] xi = new float[network.LayerSizes[layer] * (network.LayerSizes[layer - 1] + 1)];
        NormalNoise.FillWeights(Key(NoiseSampling.PerBatch), layer, xi.Length, ref xi[0]);
        return xi;
    }

    /// <summary>The draws of a layer's weights for every example, batch x out x in, and of its biases, batch x out.</summary>
    internal static (float[] Weights, float[] Biases) PrivateWeights(NetworkCase network, int layer, int batch)
    {
        NoiseKey key = Key(NoiseSampling.PerExample);
        int inputs = network.LayerSizes[layer - 1], outputs = network.LayerSizes[layer], lanes = LaneCount;
        float[] weights = new float[batch * outputs * inputs], biases = new float[batch * outputs], xi = new float[(inputs + 1) * lanes];
        for (int first = 0; first < batch; first += lanes)
        {
            for (int row = 0; row < outputs; row++)
            {
                NormalNoise.FillRow(key, layer, row, inputs + 1, (uint)first, ref xi[0]);
                for (int example = first; example < first + lanes && example < batch; example++)
                {
                    int unit = (example * outputs) + row;
                    for (int column = 0; column < inputs; column++)
                        weights[(unit * inputs) + column] = xi[(column * lanes) + example - first];
                    biases[unit] = xi[(inputs * lanes) + example - first];
                }
            }
        }

        return (weights, biases);
    }

    private static int LaneCount => 2 * System.Numerics.Vector<float>.Count;

    private static NoiseKey Key(NoiseSampling sampling)
    {
        WeightNoise noise = BatchData.Noise(sampling);
        return new NoiseKey(noise.Seed, noise.Step);
    }
}
