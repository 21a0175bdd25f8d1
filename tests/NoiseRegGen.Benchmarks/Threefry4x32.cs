using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Benchmarks;

/// <summary>
/// Threefry4x32 (Salmon et al. 2011) with 13 or 20 rounds, the rival of Philox4x32-10: additions, rotations and exclusive ors only,
/// hence one counter per 32-bit lane. Here for the comparison; the library does not use it.
/// </summary>
internal static class Threefry4x32
{
    private const uint Parity = 0x1BD11BDA;

    /// <summary>The four words of one counter in each lane.</summary>
    internal struct State(Vector<uint> a, Vector<uint> b, Vector<uint> c, Vector<uint> d)
    {
        internal Vector<uint> A = a, B = b, C = c, D = d;
    }

    /// <summary>The words of two sets of counters, with the key (k0, k1, 0, 0); side by side, as Philox has them in the library.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Block(int rounds, ref State x, ref State y, uint k0, uint k1, uint k2 = 0, uint k3 = 0)
    {
        uint k4 = Parity ^ k0 ^ k1 ^ k2 ^ k3;
        Inject(ref x, ref y, k0, k1, k2, k3, 0);
        FourRounds(ref x, ref y, 10, 26, 11, 21, 13, 27, 23, 5);
        Inject(ref x, ref y, k1, k2, k3, k4, 1);
        FourRounds(ref x, ref y, 6, 20, 17, 11, 25, 10, 18, 20);
        Inject(ref x, ref y, k2, k3, k4, k0, 2);
        FourRounds(ref x, ref y, 10, 26, 11, 21, 13, 27, 23, 5);
        Inject(ref x, ref y, k3, k4, k0, k1, 3);
        if (rounds == 13)
        {
            OddRound(ref x, ref y, 6, 20);
        }
        else
        {
            FourRounds(ref x, ref y, 6, 20, 17, 11, 25, 10, 18, 20);
            Inject(ref x, ref y, k4, k0, k1, k2, 4);
            FourRounds(ref x, ref y, 10, 26, 11, 21, 13, 27, 23, 5);
            Inject(ref x, ref y, k0, k1, k2, k3, 5);
        }
    }

    /// <summary>Fails loudly if an answer is not the published one: a wrong generator must not win.</summary>
    internal static void Check()
    {
        Check(20, 0, 0, [0x9c6ca96a, 0xe17eae66, 0xfc10ecd4, 0x5256a7d8]);
        Check(20, uint.MaxValue, uint.MaxValue, [0x2a881696, 0x57012287, 0xf6c7446e, 0xa16a6732]);
        Check(13, 0, 0, [0x531c7e4f, 0x39491ee5, 0x2c855a92, 0x3d6abf9a]);
        Check(13, uint.MaxValue, uint.MaxValue, [0xc4189358, 0x1c9cc83a, 0xd5881c67, 0x6a0a89e0]);
    }

    private static void Check(int rounds, uint counter, uint key, ReadOnlySpan<uint> expected)
    {
        Vector<uint> all = Vector.Create(counter);
        State x = new(all, all, all, all), y = x;
        Block(rounds, ref x, ref y, key, key, key, key);
        if (x.A[0] != expected[0] || x.B[0] != expected[1] || y.C[0] != expected[2] || y.D[0] != expected[3])
        {
            throw new InvalidOperationException($"Threefry4x32-{rounds} gave {x.A[0]:x8} {x.B[0]:x8} {y.C[0]:x8} {y.D[0]:x8}.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourRounds(ref State x, ref State y, int r0, int s0, int r1, int s1, int r2, int s2, int r3, int s3)
    {
        OddRound(ref x, ref y, r0, s0);
        EvenRound(ref x, ref y, r1, s1);
        OddRound(ref x, ref y, r2, s2);
        EvenRound(ref x, ref y, r3, s3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OddRound(ref State x, ref State y, int r, int s)
    {
        Mix(ref x.A, ref x.B, r);
        Mix(ref x.C, ref x.D, s);
        Mix(ref y.A, ref y.B, r);
        Mix(ref y.C, ref y.D, s);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EvenRound(ref State x, ref State y, int r, int s)
    {
        Mix(ref x.A, ref x.D, r);
        Mix(ref x.C, ref x.B, s);
        Mix(ref y.A, ref y.D, r);
        Mix(ref y.C, ref y.B, s);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix(ref Vector<uint> x, ref Vector<uint> y, int rotation)
    {
        x += y;
        y = ((y << rotation) | (y >>> (32 - rotation))) ^ x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Inject(ref State x, ref State y, uint k0, uint k1, uint k2, uint k3, uint count)
    {
        Add(ref x, k0, k1, k2, unchecked(k3 + count));
        Add(ref y, k0, k1, k2, unchecked(k3 + count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref State x, uint k0, uint k1, uint k2, uint k3)
    {
        x.A += Vector.Create(k0);
        x.B += Vector.Create(k1);
        x.C += Vector.Create(k2);
        x.D += Vector.Create(k3);
    }
}
