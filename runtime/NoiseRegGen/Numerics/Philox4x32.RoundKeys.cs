using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

public static partial class Philox4x32
{
    /// <summary>The keys of one round after the other in all 64-bit lanes, from round 2 on.</summary>
    private struct RoundKeys
    {
        private Vector<uint> _key0, _key1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal RoundKeys(in NoiseKey key)
        {
            _key0 = Vector.AsVectorUInt32(Vector.Create<ulong>(unchecked(key.Key0 + 2 * Weyl0)));
            _key1 = Vector.AsVectorUInt32(Vector.Create<ulong>(unchecked(key.Key1 + 2 * Weyl1)));
        }

        internal readonly Vector<ulong> Key0 => Vector.AsVectorUInt64(_key0);

        internal readonly Vector<ulong> Key1 => Vector.AsVectorUInt64(_key1);

        // 32-bit sums: no carry reaches the upper halves.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Next()
        {
            _key0 += Vector.AsVectorUInt32(Vector.Create<ulong>(Weyl0));
            _key1 += Vector.AsVectorUInt32(Vector.Create<ulong>(Weyl1));
        }
    }
}
