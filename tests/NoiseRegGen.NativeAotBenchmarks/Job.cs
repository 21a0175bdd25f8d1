using System;

namespace NoiseRegGen.NativeAotBenchmarks;

/// <summary>One network with its data.</summary>
internal sealed class Job<TNet>
    where TNet : class, IMlp<TNet, float>
{
    private readonly TNet _network = TNet.Create(1);
    private readonly MlpWorkspace<float> _workspace = TNet.CreateWorkspace();
    private readonly float[] _x, _y, _gradient;

    public Job(int examples)
    {
        _x = new float[examples * TNet.LayerSizes[0]];
        _y = new float[examples * TNet.LayerSizes[^1]];
        _gradient = new float[_network.Parameters.Length];
        for (int i = 0; i < _x.Length; i++)
            _x[i] = MathF.Sin(i);
    }

    public void Gradient() => _network.Gradient(_x, _y, _gradient, _workspace);

    public void NoisyGradient() => _network.NoisyGradient(_x, _y, _gradient, new WeightNoise { Eta = 1e-3, Seed = 1, Step = 1 }, _workspace);

    public void PenalizedGradient() => _network.PenalizedGradient(_x, _y, _gradient, 1e-3, _workspace);
}
