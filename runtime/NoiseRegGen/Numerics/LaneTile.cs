using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NoiseRegGen.Numerics;

/// <summary>
/// Transposes one square tile of Vector&lt;T&gt;.Count numbers a side, in registers where the processor has the shuffles that
/// Vector&lt;T&gt; lacks.
/// </summary>
internal static partial class LaneTile
{
    /// <summary>target[j][i] = source[i][j].</summary>
    /// <remarks>
    /// Rows beyond the last of the source repeat it. Rows beyond the last of the target are dropped: they are written to the last
    /// row before its own numbers are, and nowhere else.
    /// </remarks>
    /// <param name="source">The first number of the source tile.</param>
    /// <param name="sourceStride">Numbers from one row of the source to the next.</param>
    /// <param name="lastSource">The last row of the source that exists.</param>
    /// <param name="target">The first number of the target tile; must not overlap the source.</param>
    /// <param name="targetStride">Numbers from one row of the target to the next.</param>
    /// <param name="lastTarget">The last row of the target that exists.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Transpose<T>(ref T source, nint sourceStride, int lastSource, ref T target, nint targetStride, int lastTarget)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float) && Vector<T>.Count == 8 && Avx.IsSupported)
        {
            Transpose8x8(ref Unsafe.As<T, float>(ref source), sourceStride, lastSource, ref Unsafe.As<T, float>(ref target), targetStride, lastTarget);
        }
        else if (typeof(T) == typeof(float) && Vector<T>.Count == 4 && (Sse.IsSupported || AdvSimd.Arm64.IsSupported))
        {
            Transpose4x4(ref Unsafe.As<T, float>(ref source), sourceStride, lastSource, ref Unsafe.As<T, float>(ref target), targetStride, lastTarget);
        }
        else if (typeof(T) == typeof(double) && Vector<T>.Count == 4 && Avx.IsSupported)
        {
            Transpose4x4(ref Unsafe.As<T, double>(ref source), sourceStride, lastSource, ref Unsafe.As<T, double>(ref target), targetStride, lastTarget);
        }
        else
        {
            TransposePortable(ref source, sourceStride, lastSource, ref target, targetStride, lastTarget);
        }
    }

    /// <summary>Row i of a tile whose rows end with <paramref name="last"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Row<T>(ref T tile, nint stride, int last, int i) => ref Unsafe.Add(ref tile, Math.Min(i, last) * stride);

    private static void TransposePortable<T>(
        ref T source, nint sourceStride, int lastSource, ref T target, nint targetStride, int lastTarget)
        where T : unmanaged
    {
        for (int j = 0; j <= lastTarget; j++)
        {
            ref T row = ref Unsafe.Add(ref target, j * targetStride);
            for (int i = 0; i < Vector<T>.Count; i++)
            {
                Unsafe.Add(ref row, i) = Unsafe.Add(ref Row(ref source, sourceStride, lastSource, i), j);
            }
        }
    }
}
