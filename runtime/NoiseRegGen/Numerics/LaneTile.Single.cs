using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NoiseRegGen.Numerics;

internal static partial class LaneTile
{
    private static void Transpose8x8(ref float source, nint sourceStride, int lastSource, ref float target, nint targetStride, int lastTarget)
    {
        // With all rows present the clamping of row numbers is folded away; it would cost more than the shuffles.
        if (lastSource == 7 && lastTarget == 7)
        {
            TransposeHalf(ref source, sourceStride, 7, ref target, targetStride, 7, 4);
            TransposeHalf(ref source, sourceStride, 7, ref target, targetStride, 7, 0);
        }
        else
        {
            TransposeHalf(ref source, sourceStride, lastSource, ref target, targetStride, lastTarget, 4);
            TransposeHalf(ref source, sourceStride, lastSource, ref target, targetStride, lastTarget, 0);
        }
    }

    /// <summary>Columns half ... half + 3 of eight rows.</summary>
    /// <remarks>
    /// An 8 x 8 transposition is log2(8) = 3 exchanges: of numbers within pairs of rows, of pairs within fours, of halves of rows.
    /// The last is done by the loads, which bring the same half of rows i and i + 4 together: 16 shuffles remain of 24.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeHalf(
        ref float source, nint sourceStride, int lastSource, ref float target, nint targetStride, int lastTarget, int half)
    {
        ref float from = ref Unsafe.Add(ref source, half);
        Vector256<float> r0 = RowPair(ref from, sourceStride, lastSource, 0), r1 = RowPair(ref from, sourceStride, lastSource, 1);
        Vector256<float> r2 = RowPair(ref from, sourceStride, lastSource, 2), r3 = RowPair(ref from, sourceStride, lastSource, 3);

        Vector256<float> low01 = Avx.UnpackLow(r0, r1), high01 = Avx.UnpackHigh(r0, r1);
        Vector256<float> low23 = Avx.UnpackLow(r2, r3), high23 = Avx.UnpackHigh(r2, r3);
        Avx.Shuffle(high01, high23, 0b11_10_11_10).StoreUnsafe(ref Row(ref target, targetStride, lastTarget, half + 3));
        Avx.Shuffle(high01, high23, 0b01_00_01_00).StoreUnsafe(ref Row(ref target, targetStride, lastTarget, half + 2));
        Avx.Shuffle(low01, low23, 0b11_10_11_10).StoreUnsafe(ref Row(ref target, targetStride, lastTarget, half + 1));
        Avx.Shuffle(low01, low23, 0b01_00_01_00).StoreUnsafe(ref Row(ref target, targetStride, lastTarget, half));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> RowPair(ref float tile, nint stride, int last, int i) => Vector256.Create(
        Vector128.LoadUnsafe(ref Row(ref tile, stride, last, i)), Vector128.LoadUnsafe(ref Row(ref tile, stride, last, i + 4)));

    private static void Transpose4x4(
        ref float source, nint sourceStride, int lastSource, ref float target, nint targetStride, int lastTarget)
    {
        Vector128<float> r0 = Vector128.LoadUnsafe(ref source);
        Vector128<float> r1 = Vector128.LoadUnsafe(ref Row(ref source, sourceStride, lastSource, 1));
        Vector128<float> r2 = Vector128.LoadUnsafe(ref Row(ref source, sourceStride, lastSource, 2));
        Vector128<float> r3 = Vector128.LoadUnsafe(ref Row(ref source, sourceStride, lastSource, 3));

        // Rows 0 and 2, 1 and 3 are zipped, and the results once more.
        Vector128<float> low02 = ZipLow(r0, r2), high02 = ZipHigh(r0, r2), low13 = ZipLow(r1, r3), high13 = ZipHigh(r1, r3);
        ZipHigh(high02, high13).StoreUnsafe(ref Row(ref target, targetStride, lastTarget, 3));
        ZipLow(high02, high13).StoreUnsafe(ref Row(ref target, targetStride, lastTarget, 2));
        ZipHigh(low02, low13).StoreUnsafe(ref Row(ref target, targetStride, lastTarget, 1));
        ZipLow(low02, low13).StoreUnsafe(ref target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipLow(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.UnpackLow(left, right) : AdvSimd.Arm64.ZipLow(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipHigh(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.UnpackHigh(left, right) : AdvSimd.Arm64.ZipHigh(left, right);
}
