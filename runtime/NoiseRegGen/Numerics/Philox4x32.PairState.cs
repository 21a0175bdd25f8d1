using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NoiseRegGen.Numerics;

public static partial class Philox4x32
{
    /// <summary>
    /// The four words of 32-bit lanes between two rounds: two sets of 64-bit lanes, the words a, b, c, d of the left one and e, f, g, h
    /// of the right one.
    /// </summary>
    /// <remarks>
    /// The lanes are dealt out two by two (left: 0, 1, 4, 5, ...; right: 2, 3, 6, 7, ...), because a single shuffle puts the low halves
    /// of two vectors together in that order.
    /// </remarks>
    internal struct PairState
    {
        private Vector<ulong> _a, _b, _c, _d, _e, _f, _g, _h;

        /// <summary>The counters (u, c1, e, c3) before round 2.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal PairState(in SharedHalf shared, in LanePair lanes)
        {
            _a = lanes.Left.Word0 ^ shared.Word0;
            _b = shared.Word1;
            _c = lanes.Left.Word2 ^ shared.Word2;
            _d = lanes.Left.Word3;
            _e = lanes.Right.Word0 ^ shared.Word0;
            _f = shared.Word1;
            _g = lanes.Right.Word2 ^ shared.Word2;
            _h = lanes.Right.Word3;
        }

        /// <summary>The counters (e, c1, c2, c3 = the step) before round 2, for e, e + 1, ... in the 32-bit lanes.</summary>
        /// <remarks>
        /// Of the four products of the first two rounds two are the same in all lanes and made once, in scalar arithmetic:
        /// <code>
        /// round 0:  p0 = M0 e, p1 = M1 c2                  c = (hi p1 ^ c1 ^ k0,  lo p1,  hi p0 ^ c3 ^ k1,  lo p0)
        /// round 1:  q0 = M0 (hi p1 ^ c1 ^ k0),
        ///           q1 = M1 (hi p0 ^ c3 ^ k1)              c = (hi q1 ^ lo p1 ^ k0',  lo q1,  hi q0 ^ lo p0 ^ k1',  lo q0)
        /// </code>
        /// </remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal PairState(uint e, uint c1, uint c2, in NoiseKey key)
        {
            ulong p1 = (ulong)Multiplier1 * c2;
            ulong q0 = (ulong)Multiplier0 * ((uint)(p1 >> 32) ^ c1 ^ key.Key0);
            Vector<ulong> word2 = Vector.Create<ulong>(key.Step ^ key.Key1);
            Vector<ulong> word0 = Vector.Create<ulong>((uint)p1 ^ unchecked(key.Key0 + Weyl0));
            Vector<ulong> last2 = Vector.Create<ulong>((uint)(q0 >> 32) ^ unchecked(key.Key1 + Weyl1));
            Vector<ulong> left = MultiplyWide(Vector.Create<ulong>(e) + LeftIndices, Vector.Create<ulong>(Multiplier0));
            Vector<ulong> right = MultiplyWide(Vector.Create<ulong>(e) + RightIndices, Vector.Create<ulong>(Multiplier0));
            Vector<ulong> q1 = MultiplyWide((left >>> 32) ^ word2, Vector.Create<ulong>(Multiplier1));
            Vector<ulong> r1 = MultiplyWide((right >>> 32) ^ word2, Vector.Create<ulong>(Multiplier1));
            _a = (q1 >>> 32) ^ word0;
            _b = q1;
            _c = left ^ last2;
            _d = Vector.Create(q0);
            _e = (r1 >>> 32) ^ word0;
            _f = r1;
            _g = right ^ last2;
            _h = _d;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Round(ref Vector<ulong> schedule, int round) =>
            Round(Unsafe.Add(ref schedule, 2 * round), Unsafe.Add(ref schedule, 2 * round + 1));

        // The order of the statements is that of the instructions: none needs the result of the one before.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Round(Vector<ulong> k0, Vector<ulong> k1)
        {
            Vector<ulong> p1 = MultiplyWide(_c, Vector.Create<ulong>(Multiplier1));
            Vector<ulong> q1 = MultiplyWide(_g, Vector.Create<ulong>(Multiplier1));
            Vector<ulong> p0 = MultiplyWide(_a, Vector.Create<ulong>(Multiplier0));
            Vector<ulong> q0 = MultiplyWide(_e, Vector.Create<ulong>(Multiplier0));
            _a = (p1 >>> 32) ^ _b ^ k0;
            _e = (q1 >>> 32) ^ _f ^ k0;
            _c = (p0 >>> 32) ^ _d ^ k1;
            _g = (q0 >>> 32) ^ _h ^ k1;
            _b = p1;
            _f = q1;
            _d = p0;
            _h = q0;
        }

        /// <summary>The words, in 32-bit lanes.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal readonly void Merge(out Vector<uint> w0, out Vector<uint> w1, out Vector<uint> w2, out Vector<uint> w3)
        {
            w0 = MergeLow(_a, _e);
            w1 = MergeLow(_b, _f);
            w2 = MergeLow(_c, _g);
            w3 = MergeLow(_d, _h);
        }

        /// <summary>The low halves of the 64-bit lanes, two of the left and two of the right vector in turn.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector<uint> MergeLow(Vector<ulong> left, Vector<ulong> right)
        {
            // Numbers 0 and 2 of the left and 0 and 2 of the right, in each 128 bits.
            const byte LowHalves = 0b10_00_10_00;
            if (Vector<ulong>.Count == 4 && Avx.IsSupported)
            {
                return Avx.Shuffle(left.AsVector256().AsSingle(), right.AsVector256().AsSingle(), LowHalves).AsUInt32().AsVector();
            }

            if (Vector<ulong>.Count == 8 && Avx512F.IsSupported)
            {
                return Avx512F.Shuffle(left.AsVector512().AsSingle(), right.AsVector512().AsSingle(), LowHalves).AsUInt32().AsVector();
            }

            if (Vector<ulong>.Count == 2 && Sse.IsSupported)
            {
                return Sse.Shuffle(left.AsVector128().AsSingle(), right.AsVector128().AsSingle(), LowHalves).AsUInt32().AsVector();
            }

            // Vectors of 128 bits: two lanes of each.
            return Vector.Narrow(left, right);
        }
    }
}
