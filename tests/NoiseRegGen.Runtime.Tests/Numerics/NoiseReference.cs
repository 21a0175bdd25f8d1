using System;
using NoiseRegGen.Numerics;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>
/// The documented map from indices to numbers, written again in plain double precision on the scalar generator, whose answers are
/// held to the published ones.
/// </summary>
internal static class NoiseReference
{
    private const double TwoTo32 = 4294967296.0;

    internal static float UnitSingle(ulong seed, uint step, int layer, RandomStream stream, uint presentation, int unit) =>
        (float)FromWords32(Words(seed, (uint)unit / 4, layer, stream, presentation, step), unit % 4);

    internal static double UnitDouble(ulong seed, uint step, int layer, RandomStream stream, uint presentation, int unit) =>
        FromWords64(Words(seed, (uint)unit / 2, layer, stream, presentation, step), unit % 2);

    /// <summary>Weight 64 g + 16 k + c is word k of counter 16 g + c.</summary>
    internal static float WeightSingle(ulong seed, uint step, int layer, RandomStream stream, int weight) =>
        (float)FromWords32(Words(seed, (uint)(weight / 64 * 16 + weight % 16), layer, stream, 0, step), weight / 16 % 4);

    /// <summary>Weight 32 g + 16 k + c is normal k of counter 16 g + c.</summary>
    internal static double WeightDouble(ulong seed, uint step, int layer, RandomStream stream, int weight) =>
        FromWords64(Words(seed, (uint)(weight / 32 * 16 + weight % 16), layer, stream, 0, step), weight / 16 % 2);

    internal static int Sign(ulong seed, uint step, int layer, uint presentation, int unit)
    {
        uint[] words = Words(seed, (uint)unit / 128, layer, RandomStream.Probe, presentation, step);
        return 1 - 2 * (int)((words[unit / 32 % 4] >> (unit % 32)) & 1);
    }

    /// <summary>The seed that a weight row's key stands for.</summary>
    internal static ulong RowSeed(ulong seed, int layer, int row)
    {
        uint[] words = Words(seed, (uint)row, layer, RandomStream.KeyDerivation, 0, 0);
        return words[0] | ((ulong)words[1] << 32);
    }

    /// <summary>Normal number <paramref name="index"/> of two Box-Muller pairs.</summary>
    internal static double FromWords32(uint[] words, int index)
    {
        uint radius = words[index & 2], angle = words[(index & 2) + 1];

        // The one rounding that belongs to the definition of the uniform number, and a factor that is exact in double precision.
        float odd = (int)((radius & 0x7FFF_FFFF) | 1);
        double phi = (int)angle / TwoTo32 * Math.PI;
        double value = Math.Sqrt(-2 * Log(odd * (1 - 1 / 16777216.0) / (TwoTo32 / 2))) * ((index & 1) == 1 ? Math.Sin(phi) : Math.Cos(phi));
        return radius >> 31 == 0 ? value : -value;
    }

    internal static double FromWords64(uint[] words, int index)
    {
        ulong radius = ((ulong)words[0] << 32) | words[1], angle = ((ulong)words[2] << 32) | words[3];
        double u = ((radius >> 12) + 0.5) / (1UL << 52);
        double phi = (((angle << 2) >> 12) / (double)(1UL << 52) - 0.5) * (Math.PI / 2);
        bool negative = angle >> 63 != 0, swapped = (angle >> 62 & 1) != 0;
        double value = Math.Sqrt(-2 * Log(u)) * ((index == 1) != swapped ? Math.Sin(phi) : Math.Cos(phi));
        return negative ? -value : value;
    }

    /// <summary>log1p keeps the digits of a number next to 1.</summary>
    private static double Log(double u) => u < 0.5 ? Math.Log(u) : double.LogP1(u - 1);

    private static uint[] Words(ulong seed, uint c0, int layer, RandomStream stream, uint c2, uint step)
    {
        var (w0, w1, w2, w3) = Philox4x32.Block(c0, (uint)layer | ((uint)stream << 16), c2, step, (uint)seed, (uint)(seed >> 32));
        return [w0, w1, w2, w3];
    }
}
