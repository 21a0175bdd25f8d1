using System;

namespace NoiseRegGen.Runtime.Tests.Training.Models;

/// <summary>Normals that are a pure function of their indices, as the contract asks of weight noise.</summary>
internal static class TestNoise
{
    internal static double Normal(ulong seed, long step, long presentation, int unit)
    {
        ulong key = Mix(Mix(Mix(seed + 1) + (ulong)step) + (ulong)presentation) + (ulong)unit;
        double radius = Math.Sqrt(-2 * Math.Log(Uniform(Mix(key))));
        return radius * Math.Cos(2 * Math.PI * Uniform(Mix(key ^ 0xD1B54A32D192ED03UL)));
    }

    // In (0, 1): the half keeps zero out of the logarithm.
    private static double Uniform(ulong bits) => ((bits >> 12) + 0.5) * Math.Pow(2, -52);

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
