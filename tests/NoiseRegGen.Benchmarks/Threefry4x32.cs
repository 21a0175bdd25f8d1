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

    /// <summary>The words of each lane's counter, with the key (k0, k1, 0, 0).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Block(
        int rounds, ref Vector<uint> c0, ref Vector<uint> c1, ref Vector<uint> c2, ref Vector<uint> c3, uint k0, uint k1, uint k2 = 0, uint k3 = 0)
    {
        uint k4 = Parity ^ k0 ^ k1 ^ k2 ^ k3;
        Vector<uint> a = c0 + Vector.Create(k0), b = c1 + Vector.Create(k1), c = c2 + Vector.Create(k2), d = c3 + Vector.Create(k3);
        FourRounds(ref a, ref b, ref c, ref d, 10, 26, 11, 21, 13, 27, 23, 5);
        Inject(ref a, ref b, ref c, ref d, k1, k2, k3, k4, 1);
        FourRounds(ref a, ref b, ref c, ref d, 6, 20, 17, 11, 25, 10, 18, 20);
        Inject(ref a, ref b, ref c, ref d, k2, k3, k4, k0, 2);
        FourRounds(ref a, ref b, ref c, ref d, 10, 26, 11, 21, 13, 27, 23, 5);
        Inject(ref a, ref b, ref c, ref d, k3, k4, k0, k1, 3);
        if (rounds == 13)
        {
            Mix(ref a, ref b, 6);
            Mix(ref c, ref d, 20);
        }
        else
        {
            FourRounds(ref a, ref b, ref c, ref d, 6, 20, 17, 11, 25, 10, 18, 20);
            Inject(ref a, ref b, ref c, ref d, k4, k0, k1, k2, 4);
            FourRounds(ref a, ref b, ref c, ref d, 10, 26, 11, 21, 13, 27, 23, 5);
            Inject(ref a, ref b, ref c, ref d, k0, k1, k2, k3, 5);
        }

        (c0, c1, c2, c3) = (a, b, c, d);
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
        Vector<uint> a = Vector.Create(counter), b = a, c = a, d = a;
        Block(rounds, ref a, ref b, ref c, ref d, key, key, key, key);
        if (a[0] != expected[0] || b[0] != expected[1] || c[0] != expected[2] || d[0] != expected[3])
        {
            throw new InvalidOperationException($"Threefry4x32-{rounds} gave {a[0]:x8} {b[0]:x8} {c[0]:x8} {d[0]:x8}.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourRounds(
        ref Vector<uint> a, ref Vector<uint> b, ref Vector<uint> c, ref Vector<uint> d,
        int r0, int s0, int r1, int s1, int r2, int s2, int r3, int s3)
    {
        Mix(ref a, ref b, r0);
        Mix(ref c, ref d, s0);
        Mix(ref a, ref d, r1);
        Mix(ref c, ref b, s1);
        Mix(ref a, ref b, r2);
        Mix(ref c, ref d, s2);
        Mix(ref a, ref d, r3);
        Mix(ref c, ref b, s3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix(ref Vector<uint> x, ref Vector<uint> y, int rotation)
    {
        x += y;
        y = ((y << rotation) | (y >>> (32 - rotation))) ^ x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Inject(
        ref Vector<uint> a, ref Vector<uint> b, ref Vector<uint> c, ref Vector<uint> d, uint k0, uint k1, uint k2, uint k3, uint count)
    {
        a += Vector.Create(k0);
        b += Vector.Create(k1);
        c += Vector.Create(k2);
        d += Vector.Create(unchecked(k3 + count));
    }
}
