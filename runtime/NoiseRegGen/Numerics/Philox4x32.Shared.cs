using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

// A grid of counters (u, c1, e, c3): u shared by all lanes and e shared by all u. Two rounds mix them so little that each of their
// products depends on u alone, then done once for all lanes in scalar arithmetic, or on e alone, then done once for all u:
//   round 0:  p0 = M0 u, p1 = M1 e    c = (hi p1 ^ c1 ^ k0,  lo p1,  hi p0 ^ c3 ^ k1,  lo p0)       of: e, e, u, u
//   round 1:  q0 = M0 c0, q1 = M1 c2  c = (hi q1 ^ lo p1 ^ k0',  lo q1,  hi q0 ^ lo p0 ^ k1',  lo q0)  of: both, u, both, e
// So eight rounds in vectors do the work of ten, with the same bits.
public static partial class Philox4x32
{
    /// <summary>What rounds 0 and 1 make of e, the lanes' own counter word.</summary>
    internal readonly struct LaneHalf
    {
        internal readonly Vector<ulong> Word0;
        internal readonly Vector<ulong> Word2;
        internal readonly Vector<ulong> Word3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal LaneHalf(Vector<ulong> e, uint c1, ref Vector<ulong> schedule)
        {
            Vector<ulong> p1 = MultiplyWide(e, Vector.Create<ulong>(Multiplier1));
            Vector<ulong> q0 = MultiplyWide((p1 >>> 32) ^ Vector.Create<ulong>(c1) ^ schedule, Vector.Create<ulong>(Multiplier0));
            Word0 = p1 ^ Unsafe.Add(ref schedule, 2);
            Word2 = (q0 >>> 32) ^ Unsafe.Add(ref schedule, 3);
            Word3 = q0;
        }
    }

    /// <summary>What rounds 0 and 1 make of u, the counter word that all lanes share.</summary>
    internal readonly struct SharedHalf
    {
        internal readonly Vector<ulong> Word0;
        internal readonly Vector<ulong> Word1;
        internal readonly Vector<ulong> Word2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal SharedHalf(uint u, uint c3, uint k1)
        {
            ulong p0 = (ulong)Multiplier0 * u;
            ulong q1 = (ulong)Multiplier1 * ((uint)(p0 >> 32) ^ c3 ^ k1);
            Word0 = Vector.Create(q1 >> 32);
            Word1 = Vector.Create(q1);
            Word2 = Vector.Create(p0);
        }
    }

    /// <summary>The four words of the counters (u, c1, e, c3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Block(
        in SharedHalf shared, in LaneHalf lanes, ref Vector<ulong> schedule,
        out Vector<ulong> w0, out Vector<ulong> w1, out Vector<ulong> w2, out Vector<ulong> w3)
    {
        w0 = lanes.Word0 ^ shared.Word0;
        w1 = shared.Word1;
        w2 = lanes.Word2 ^ shared.Word2;
        w3 = lanes.Word3;
        LastRounds(ref w0, ref w1, ref w2, ref w3, ref schedule);
    }
}
