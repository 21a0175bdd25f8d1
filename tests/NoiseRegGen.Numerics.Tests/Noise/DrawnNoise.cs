using System;
using System.Numerics;
using NoiseRegGen.Numerics.Tests.Reference;

namespace NoiseRegGen.Numerics.Tests.Noise;

/// <summary>
/// The normal numbers that a network in double draws under local reparameterisation, from the library's generator: faster than
/// <see cref="RevealedNoise"/> where thousands are wanted. That they are those it really drew, whoever uses them shows by its outputs.
/// </summary>
internal static class DrawnNoise
{
    private static readonly int Lanes = 2 * Vector<double>.Count;

    /// <summary>One number per unit, from the first layer to the last, for each of <paramref name="rows"/> presentations.</summary>
    public static double[][] Of(NetworkShape shape, WeightNoise noise, int rows)
    {
        var numbers = new double[rows][];
        for (int row = 0; row < rows; row++)
            numbers[row] = new double[shape.UnitCount];
        int blocks = (rows + Lanes - 1) / Lanes, start = 0;
        for (int l = 1; l <= shape.LayerCount; l++)
        {
            int units = shape.Sizes[l];
            var xi = new double[blocks * units * Lanes];
            NormalNoise.FillUnits(new NoiseKey(noise.Seed, noise.Step), l, (uint)noise.FirstExample, blocks, units, ref xi[0]);
            for (int row = 0; row < rows; row++)
            {
                for (int unit = 0; unit < units; unit++)
                    numbers[row][start + unit] = xi[(((row / Lanes * units) + unit) * Lanes) + (row % Lanes)];
            }

            start += units;
        }

        return numbers;
    }
}
