using System.Linq;
using System.Numerics;
using NoiseRegGen.Numerics.Tests.Reference;

namespace NoiseRegGen.Numerics.Tests.Noise;

/// <summary>The random signs that a network in double draws, from the library's generator; the same in float.</summary>
internal static class DrawnSigns
{
    private static readonly int Lanes = 2 * Vector<double>.Count;

    /// <summary>Those of the Laplacian's probe: one per unit, from the first layer to the last, for each of <paramref name="rows"/> presentations.</summary>
    public static double[][] Of(NetworkShape shape, RandomProbe probe, int rows) =>
        Enumerable.Range(0, rows).Select(row => Enumerable.Range(1, shape.LayerCount).SelectMany(l => Draw(probe, row, l, shape.Sizes[l])).ToArray()).ToArray();

    /// <summary>Those of the penalty's random projection: one per output.</summary>
    public static double[][] OfProjection(NetworkShape shape, RandomProbe probe, int rows) =>
        Enumerable.Range(0, rows).Select(row => Draw(probe, row, 0, shape.OutputSize)).ToArray();

    private static double[] Draw(RandomProbe probe, int row, int layer, int units)
    {
        var xi = new double[units * Lanes];
        NormalNoise.FillSigns(new NoiseKey(probe.Seed, probe.Step), layer, (uint)(probe.FirstExample + row), 1, units, ref xi[0]);
        return Enumerable.Range(0, units).Select(unit => xi[unit * Lanes]).ToArray();
    }
}
