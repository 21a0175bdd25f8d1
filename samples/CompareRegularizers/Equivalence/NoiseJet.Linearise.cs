using System;
using System.Numerics;
using NoiseRegGen;

namespace CompareRegularizers.Equivalence;

/// <content>The pass without noise, which every draw shares.</content>
internal sealed partial class NoiseJet
{
    /// <summary>Prepares the jets of some examples.</summary>
    /// <param name="network">The network; its parameters are copied.</param>
    /// <param name="inputs">Examples x inputs.</param>
    internal static NoiseJet At<TNet>(TNet network, double[] inputs)
        where TNet : class, IMlp<TNet, double>
    {
        ReadOnlySpan<int> sizes = TNet.LayerSizes;
        int examples = inputs.Length / sizes[0];
        var layers = new LaneLayer[sizes.Length - 1];
        double[] h = ToLanes(inputs, examples, sizes[0]);
        for (int l = 0; l < layers.Length; l++)
        {
            (layers[l], h) = Linearise(
                network.Weights(l).ToArray(), network.Biases(l), TNet.LayerActivations[l], h, sizes[l]);
        }

        return new NoiseJet(layers, examples);
    }

    // Idle lanes of the last block repeat the last example, as in the library.
    private static double[] ToLanes(double[] inputs, int examples, int width)
    {
        int lanes = LaneProduct.Lanes;
        int blocks = (examples + lanes - 1) / lanes;
        var h = new double[blocks * width * lanes];
        for (int i = 0; i < h.Length; i++)
        {
            int example = (i / (width * lanes) * lanes) + (i % lanes);
            h[i] = inputs[(Math.Min(example, examples - 1) * width) + (i / lanes % width)];
        }

        return h;
    }

    private static (LaneLayer Layer, double[] Output) Linearise(
        double[] weights, ReadOnlySpan<double> biases, Activation activation, double[] inputs, int width)
    {
        (int units, int lanes) = (biases.Length, LaneProduct.Lanes);
        int blocks = inputs.Length / (width * lanes);
        var z = new double[blocks * units * lanes];
        var norm = new double[blocks * lanes];
        for (int block = 0; block < blocks; block++)
        {
            Span<double> target = z.AsSpan(block * units * lanes, units * lanes);
            ReadOnlySpan<double> source = inputs.AsSpan(block * width * lanes, width * lanes);
            for (int i = 0; i < target.Length; i++)
                target[i] = biases[i / lanes];
            LaneProduct.AddTo(weights, source, target);
            LaneProduct.Inner(source, source, norm.AsSpan(block * lanes, lanes));
        }

        for (int i = 0; i < norm.Length; i++)
            norm[i] = Math.Sqrt(norm[i] + 1);
        (double[] h, double[] slope, double[] curvature) = Activate(activation, z);
        return (new LaneLayer(units, weights, inputs, norm, slope, curvature), h);
    }

    private static (double[] Value, double[] Slope, double[] Curvature) Activate(Activation activation, double[] z)
    {
        double[] h = new double[z.Length], slope = new double[z.Length], curvature = new double[z.Length];
        for (int i = 0; i < z.Length; i += Vector<double>.Count)
        {
            ActivationJet.Evaluate(activation, new Vector<double>(z, i), out Vector<double> first, out Vector<double> second).CopyTo(h, i);
            first.CopyTo(slope, i);
            second.CopyTo(curvature, i);
        }

        return (h, slope, curvature);
    }
}
