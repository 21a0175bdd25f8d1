using System.Numerics;
using BenchmarkDotNet.Attributes;
using NoiseRegGen.Numerics;

namespace NoiseRegGen.Benchmarks;

/// <summary>The noise of a 64-unit layer for 256 examples, and of a 64 x 64 weight matrix.</summary>
public class NoiseBenchmarks
{
    private const int Examples = 256;
    private const int Units = 64;
    private readonly float[] _singles = new float[Examples * Units];
    private readonly double[] _doubles = new double[Examples * Units];
    private long _step;

    /// <summary>16384 normals.</summary>
    [Benchmark]
    public void UnitsSingle() =>
        NormalNoise.FillUnits(new NoiseKey(1, _step++), 0, 0, Examples / (2 * Vector<float>.Count), Units, ref _singles[0]);

    /// <summary>16384 normals.</summary>
    [Benchmark]
    public void UnitsDouble() =>
        NormalNoise.FillUnits(new NoiseKey(1, _step++), 0, 0, Examples / (2 * Vector<double>.Count), Units, ref _doubles[0]);

    /// <summary>16384 signs.</summary>
    [Benchmark]
    public void SignsSingle() =>
        NormalNoise.FillSigns(new NoiseKey(1, _step++), 0, 0, Examples / (2 * Vector<float>.Count), Units, ref _singles[0]);

    /// <summary>4096 normals.</summary>
    [Benchmark]
    public void WeightsSingle() => NormalNoise.FillWeights(new NoiseKey(1, _step++), 0, Units * Units, ref _singles[0]);
}
