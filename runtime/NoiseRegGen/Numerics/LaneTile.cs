using System;
using System.Numerics;
using System.Runtime.CompilerServices;

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
    /// row, before its own numbers are.
    /// </remarks>
    /// <param name="source">The first number of the source tile.</param>
    /// <param name="sourceStride">Numbers from one row of the source to the next.</param>
    /// <param name="lastSource">The last row of the source that exists.</param>
    /// <param name="target">The first number of the target tile; must not overlap the source.</param>
    /// <param name="targetStride">Numbers from one row of the target to the next.</param>
    /// <param name="lastTarget">The last row of the target that exists.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Transpose<T>(ref T source, nint sourceStride, int lastSource, ref T target, nint targetStride, int lastTarget)
        where T : unmanaged =>
        TransposePortable(ref source, sourceStride, lastSource, ref target, targetStride, lastTarget);

    private static void TransposePortable<T>(
        ref T source, nint sourceStride, int lastSource, ref T target, nint targetStride, int lastTarget)
        where T : unmanaged
    {
        for (int j = 0; j <= lastTarget; j++)
        {
            for (int i = 0; i < Vector<T>.Count; i++)
            {
                Unsafe.Add(ref target, j * targetStride + i) = Unsafe.Add(ref source, Math.Min(i, lastSource) * sourceStride + j);
            }
        }
    }
}
