using System;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Networks;

namespace NoiseRegGen.PeerBenchmarks.Scalar;

/// <summary>The loops that a user would write by hand for inference: no SIMD, no blocking, nothing allocated.</summary>
internal sealed class ScalarForward : Side
{
    private readonly int[] _sizes;
    private readonly Activation _hidden;
    private readonly float[][] _weights;
    private readonly float[][] _biases;
    private readonly float[][] _units;
    private readonly float[] _x;
    private readonly float[] _y;

    internal ScalarForward(NetworkCase network, BatchData data)
        : base("scalar loop", string.Empty)
    {
        _sizes = network.LayerSizes.ToArray();
        _hidden = network.Hidden;
        (_x, _y) = (data.X, new float[data.Target.Length]);
        (_weights, _biases, _units) = (new float[network.LayerCount][], new float[network.LayerCount][], new float[network.LayerCount + 1][]);
        _units[0] = new float[_sizes[0]];
        int start = 0;
        for (int layer = 0; layer < network.LayerCount; layer++)
        {
            int inputs = _sizes[layer], outputs = _sizes[layer + 1];
            _weights[layer] = network.Parameters.Slice(start, inputs * outputs).ToArray();
            _biases[layer] = network.Parameters.Slice(start + (inputs * outputs), outputs).ToArray();
            _units[layer + 1] = new float[outputs];
            start += (inputs + 1) * outputs;
        }
    }

    /// <inheritdoc/>
    internal override void Run()
    {
        int inputs = _sizes[0], outputs = _sizes[^1];
        for (int example = 0; example < _y.Length / outputs; example++)
        {
            Array.Copy(_x, example * inputs, _units[0], 0, inputs);
            for (int layer = 0; layer < _weights.Length; layer++)
            {
                Activation activation = layer == _weights.Length - 1 ? Activation.Identity : _hidden;
                Layer(_weights[layer], _biases[layer], _units[layer], _units[layer + 1], activation);
            }

            Array.Copy(_units[^1], 0, _y, example * outputs, outputs);
        }
    }

    /// <inheritdoc/>
    internal override NamedResult[] Results()
    {
        Run();
        return [new("outputs", [.. _y])];
    }

    private static void Layer(float[] weights, float[] biases, float[] below, float[] above, Activation activation)
    {
        for (int i = 0; i < above.Length; i++)
        {
            ReadOnlySpan<float> row = weights.AsSpan(i * below.Length, below.Length);
            float z = biases[i];
            for (int j = 0; j < row.Length; j++)
                z += row[j] * below[j];
            above[i] = activation switch
            {
                Activation.Tanh => MathF.Tanh(z),
                Activation.Relu => MathF.Max(z, 0),
                Activation.Gelu => 0.5f * z * (1 + Erf(z * 0.70710678f)),
                _ => z,
            };
        }
    }

    // Abramowitz and Stegun 7.1.26, absolute error 1.5e-7: .NET has no erf.
    private static float Erf(float x)
    {
        float t = 1 / (1 + (0.3275911f * MathF.Abs(x)));
        float sum = t * (0.254829592f + (t * (-0.284496736f + (t * (1.421413741f + (t * (-1.453152027f + (t * 1.061405429f))))))));
        return MathF.CopySign(1 - (sum * MathF.Exp(-x * x)), x);
    }
}
