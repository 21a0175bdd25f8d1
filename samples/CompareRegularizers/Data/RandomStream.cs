using System;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace CompareRegularizers.Data;

/// <summary>
/// Independent streams of random numbers from one seed: one per repeat and purpose, so that adding a draw to one moves no other.
/// </summary>
internal static class RandomStream
{
    /// <summary>What a stream's numbers are used for.</summary>
    internal enum Purpose
    {
        /// <summary>The inputs and the noise of generated data.</summary>
        Data,

        /// <summary>The order in which a table's rows are dealt into parts.</summary>
        Split,

        /// <summary>The network's first parameters.</summary>
        Initialisation,

        /// <summary>The order of the examples and the weight noise of training.</summary>
        Training,

        /// <summary>The weight noise with which the gap is measured.</summary>
        Gap,

        /// <summary>The draws of a bootstrap.</summary>
        Bootstrap,

        /// <summary>What generated data have in common over their parts: a teacher's weights.</summary>
        Teacher,
    }

    /// <summary>The seed of one stream: the finaliser of SplitMix64 (Steele, Lea and Flood 2014) over the three numbers.</summary>
    internal static ulong Seed(ulong seed, int repeat, Purpose purpose) =>
        Mix(Mix(Mix(seed) + (uint)repeat) + (uint)purpose);

    /// <summary>A generator for one stream.</summary>
    internal static RandomSource Create(ulong seed, int repeat, Purpose purpose) =>
        new Xoshiro256StarStar((int)(Seed(seed, repeat, purpose) >> 32), threadSafe: false);

    /// <summary>A normal deviate.</summary>
    internal static double NextNormal(this Random random) => Normal.Sample(random, 0, 1);

    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
