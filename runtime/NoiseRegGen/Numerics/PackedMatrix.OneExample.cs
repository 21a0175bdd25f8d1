using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

/// <content>Strips side by side for one example: a sum waits four cycles for its next term, so eight vectors keep both multiply-add units busy.</content>
internal static partial class PackedMatrix
{
    // Four strips; of three, the last is computed twice.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void FourStrips<T>(ref T packed, nint length, int columns, int strips, ref T x, ref T z)
        where T : unmanaged
    {
        int last = strips - 1;
        ref T w0 = ref packed, w1 = ref Unsafe.Add(ref packed, length), w2 = ref Unsafe.Add(ref packed, 2 * length), w3 = ref Unsafe.Add(ref packed, last * length);
        Vector<T> a0 = Load(ref w0, 0), b0 = Load(ref w0, 1), a1 = Load(ref w1, 0), b1 = Load(ref w1, 1);
        Vector<T> a2 = Load(ref w2, 0), b2 = Load(ref w2, 1), a3 = Load(ref w3, 0), b3 = Load(ref w3, 1);
        nint at = Strip<T>();
        for (nint column = 0; column < columns; column++)
        {
            Vector<T> factor = new(Unsafe.Add(ref x, column));
            a0 = MultiplyAdd(Load(ref Unsafe.Add(ref w0, at), 0), factor, a0);
            b0 = MultiplyAdd(Load(ref Unsafe.Add(ref w0, at), 1), factor, b0);
            a1 = MultiplyAdd(Load(ref Unsafe.Add(ref w1, at), 0), factor, a1);
            b1 = MultiplyAdd(Load(ref Unsafe.Add(ref w1, at), 1), factor, b1);
            a2 = MultiplyAdd(Load(ref Unsafe.Add(ref w2, at), 0), factor, a2);
            b2 = MultiplyAdd(Load(ref Unsafe.Add(ref w2, at), 1), factor, b2);
            a3 = MultiplyAdd(Load(ref Unsafe.Add(ref w3, at), 0), factor, a3);
            b3 = MultiplyAdd(Load(ref Unsafe.Add(ref w3, at), 1), factor, b3);
            at += Strip<T>();
        }

        Store(a0, b0, ref z);
        Store(a1, b1, ref Unsafe.Add(ref z, Strip<T>()));
        Store(a2, b2, ref Unsafe.Add(ref z, 2 * Strip<T>()));
        Store(a3, b3, ref Unsafe.Add(ref z, last * Strip<T>()));
    }

    // Two strips, or one twice.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void TwoStrips<T>(ref T packed, nint length, int columns, int strips, ref T x, ref T z)
        where T : unmanaged
    {
        int last = strips - 1;
        ref T w0 = ref packed, w1 = ref Unsafe.Add(ref packed, last * length);
        Vector<T> a0 = Load(ref w0, 0), b0 = Load(ref w0, 1), a1 = Load(ref w1, 0), b1 = Load(ref w1, 1);
        nint at = Strip<T>();
        for (nint column = 0; column < columns; column++)
        {
            Vector<T> factor = new(Unsafe.Add(ref x, column));
            a0 = MultiplyAdd(Load(ref Unsafe.Add(ref w0, at), 0), factor, a0);
            b0 = MultiplyAdd(Load(ref Unsafe.Add(ref w0, at), 1), factor, b0);
            a1 = MultiplyAdd(Load(ref Unsafe.Add(ref w1, at), 0), factor, a1);
            b1 = MultiplyAdd(Load(ref Unsafe.Add(ref w1, at), 1), factor, b1);
            at += Strip<T>();
        }

        Store(a0, b0, ref z);
        Store(a1, b1, ref Unsafe.Add(ref z, last * Strip<T>()));
    }
}
