using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NoiseRegGen.Numerics;

// A round is a chain of a multiplication, a shift and an exclusive or, each waiting for the one before: one set of counters leaves
// most of the processor idle. So two sets go through the rounds side by side, the left and the right one, whose words together fill a
// vector of 32-bit lanes. The counters are dealt out two by two (left: 0, 1, 4, 5, ...; right: 2, 3, 6, 7, ...), because the low
// halves of two vectors are put together in that order by a single shuffle. Two sets need 13 registers; a third would no longer fit.
public static partial class Philox4x32
{
    /// <summary>For each 64-bit lane of the left set, the 32-bit lane that its words go to.</summary>
    internal static Vector<ulong> LeftIndices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Vector<ulong>.Indices << 1) - (Vector<ulong>.Indices & Vector<ulong>.One);
    }

    /// <summary>The same for the right set.</summary>
    internal static Vector<ulong> RightIndices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => LeftIndices + Vector.Create(2UL);
    }

    /// <summary>The four words of the counters (u, c1, e, c3), in the 32-bit lanes of e.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Block(
        in SharedHalf shared, in LaneHalf left, in LaneHalf right, ref Vector<ulong> schedule,
        out Vector<uint> w0, out Vector<uint> w1, out Vector<uint> w2, out Vector<uint> w3)
    {
        Vector<ulong> a = left.Word0 ^ shared.Word0, e = right.Word0 ^ shared.Word0;
        Vector<ulong> c = left.Word2 ^ shared.Word2, g = right.Word2 ^ shared.Word2;
        LastRounds(a, shared.Word1, c, left.Word3, e, shared.Word1, g, right.Word3, ref schedule, out w0, out w1, out w2, out w3);
    }

    /// <summary>The four words of the counters (e, c1, 0, c3), in the 32-bit lanes of e.</summary>
    /// <remarks>
    /// Of the four products of the first two rounds one is zero and one the same in all lanes:
    /// <code>
    /// round 0:  p0 = M0 e                                   c = (c1 ^ k0,  0,  hi p0 ^ c3 ^ k1,  lo p0)
    /// round 1:  q0 = M0 (c1 ^ k0), q1 = M1 (hi p0 ^ c3 ^ k1)  c = (hi q1 ^ k0',  lo q1,  hi q0 ^ lo p0 ^ k1',  lo q0)
    /// </code>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Block(
        Vector<ulong> left, Vector<ulong> right, uint c1, uint c3, ref Vector<ulong> schedule,
        out Vector<uint> w0, out Vector<uint> w1, out Vector<uint> w2, out Vector<uint> w3)
    {
        Vector<ulong> q0 = MultiplyWide(Vector.Create<ulong>(c1) ^ schedule, Vector.Create<ulong>(Multiplier0));
        Vector<ulong> key0 = Unsafe.Add(ref schedule, 2), key1 = Unsafe.Add(ref schedule, 3) ^ (q0 >>> 32);
        Vector<ulong> key = Vector.Create<ulong>(c3) ^ Unsafe.Add(ref schedule, 1);
        Vector<ulong> p = MultiplyWide(left, Vector.Create<ulong>(Multiplier0)), r = MultiplyWide(right, Vector.Create<ulong>(Multiplier0));
        Vector<ulong> q = MultiplyWide((p >>> 32) ^ key, Vector.Create<ulong>(Multiplier1));
        Vector<ulong> s = MultiplyWide((r >>> 32) ^ key, Vector.Create<ulong>(Multiplier1));
        LastRounds((q >>> 32) ^ key0, q, p ^ key1, q0, (s >>> 32) ^ key0, s, r ^ key1, q0, ref schedule, out w0, out w1, out w2, out w3);
    }

    /// <summary>Rounds 2 to 9 of the left words a, b, c, d and of the right words e, f, g, h.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LastRounds(
        Vector<ulong> a, Vector<ulong> b, Vector<ulong> c, Vector<ulong> d,
        Vector<ulong> e, Vector<ulong> f, Vector<ulong> g, Vector<ulong> h, ref Vector<ulong> schedule,
        out Vector<uint> w0, out Vector<uint> w1, out Vector<uint> w2, out Vector<uint> w3)
    {
        Round(ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h, ref schedule, 2);
        Round(ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h, ref schedule, 3);
        Round(ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h, ref schedule, 4);
        Round(ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h, ref schedule, 5);
        Round(ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h, ref schedule, 6);
        Round(ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h, ref schedule, 7);
        Round(ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h, ref schedule, 8);
        Round(ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h, ref schedule, 9);
        w0 = MergeLow(a, e);
        w1 = MergeLow(b, f);
        w2 = MergeLow(c, g);
        w3 = MergeLow(d, h);
    }

    // The order of the statements is the order of the instructions: no result is needed by the next one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ref Vector<ulong> a, ref Vector<ulong> b, ref Vector<ulong> c, ref Vector<ulong> d,
        ref Vector<ulong> e, ref Vector<ulong> f, ref Vector<ulong> g, ref Vector<ulong> h, ref Vector<ulong> schedule, int round)
    {
        Vector<ulong> p1 = MultiplyWide(c, Vector.Create<ulong>(Multiplier1)), q1 = MultiplyWide(g, Vector.Create<ulong>(Multiplier1));
        Vector<ulong> p0 = MultiplyWide(a, Vector.Create<ulong>(Multiplier0)), q0 = MultiplyWide(e, Vector.Create<ulong>(Multiplier0));
        Vector<ulong> k0 = Unsafe.Add(ref schedule, 2 * round), k1 = Unsafe.Add(ref schedule, 2 * round + 1);
        a = (p1 >>> 32) ^ b ^ k0;
        e = (q1 >>> 32) ^ f ^ k0;
        c = (p0 >>> 32) ^ d ^ k1;
        g = (q0 >>> 32) ^ h ^ k1;
        (b, f, d, h) = (p1, q1, p0, q0);
    }

    /// <summary>The low halves of the 64-bit lanes, two of the left and two of the right vector in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> MergeLow(Vector<ulong> left, Vector<ulong> right)
    {
        // Numbers 0 and 2 of the left and 0 and 2 of the right, in each 128 bits.
        const byte LowHalves = 0b10_00_10_00;
        if (Vector<ulong>.Count == 4 && Avx.IsSupported)
        {
            return Vector.AsVectorUInt32(Avx.Shuffle(left.AsVector256().AsSingle(), right.AsVector256().AsSingle(), LowHalves).AsVector());
        }

        if (Vector<ulong>.Count == 8 && Avx512F.IsSupported)
        {
            return Vector.AsVectorUInt32(Avx512F.Shuffle(left.AsVector512().AsSingle(), right.AsVector512().AsSingle(), LowHalves).AsVector());
        }

        if (Vector<ulong>.Count == 2 && Sse.IsSupported)
        {
            return Vector.AsVectorUInt32(Sse.Shuffle(left.AsVector128().AsSingle(), right.AsVector128().AsSingle(), LowHalves).AsVector());
        }

        // Vectors of 128 bits: one pair of each.
        return Vector.Narrow(left, right);
    }
}
