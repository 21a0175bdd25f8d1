using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NoiseRegGen.Numerics;

internal static partial class LaneTile
{
    private static void Transpose4x4(ref double source, nint sourceStride, int lastSource, ref double target, nint targetStride, int lastTarget)
    {
        if (lastSource == 3 && lastTarget == 3)
        {
            TransposeHalf(ref source, sourceStride, 3, ref target, targetStride, 3, 2);
            TransposeHalf(ref source, sourceStride, 3, ref target, targetStride, 3, 0);
        }
        else
        {
            TransposeHalf(ref source, sourceStride, lastSource, ref target, targetStride, lastTarget, 2);
            TransposeHalf(ref source, sourceStride, lastSource, ref target, targetStride, lastTarget, 0);
        }
    }

    /// <summary>Columns half and half + 1: the loads bring rows i and i + 2 together, as for eight floats, and one exchange remains.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeHalf(
        ref double source, nint sourceStride, int lastSource, ref double target, nint targetStride, int lastTarget, int half)
    {
        ref double from = ref Unsafe.Add(ref source, half);
        Vector256<double> r0 = RowPair(ref from, sourceStride, lastSource, 0), r1 = RowPair(ref from, sourceStride, lastSource, 1);
        Avx.UnpackHigh(r0, r1).StoreUnsafe(ref Row(ref target, targetStride, lastTarget, half + 1));
        Avx.UnpackLow(r0, r1).StoreUnsafe(ref Row(ref target, targetStride, lastTarget, half));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> RowPair(ref double tile, nint stride, int last, int i) => Vector256.Create(
        Vector128.LoadUnsafe(ref Row(ref tile, stride, last, i)), Vector128.LoadUnsafe(ref Row(ref tile, stride, last, i + 2)));
}
