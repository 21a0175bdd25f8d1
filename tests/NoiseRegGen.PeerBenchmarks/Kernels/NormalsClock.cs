using System.Numerics;
using NoiseRegGen.Numerics;
using NoiseRegGen.PeerBenchmarks.Jobs;

namespace NoiseRegGen.PeerBenchmarks.Kernels;

/// <summary>Standard normals into the first-level cache, as local reparameterisation or as one draw per batch takes them.</summary>
internal sealed class NormalsClock(bool perUnit) : Side("machine", "standard normals")
{
    private const int Units = 64;

    private readonly float[] _xi = new float[Count];
    private long _step;

    /// <summary>The normals of one call.</summary>
    internal static int Count => Units * 2 * Blocks * Vector<float>.Count;

    private static int Blocks => 2;

    /// <inheritdoc/>
    internal override void Run()
    {
        NoiseKey key = new(1, _step++);
        if (perUnit)
            NormalNoise.FillUnits(key, 1, 0, Blocks, Units, ref _xi[0]);
        else
            NormalNoise.FillWeights(key, 1, Count, ref _xi[0]);
    }

    /// <inheritdoc/>
    internal override NamedResult[] Results() => [new("normals", _xi)];
}
