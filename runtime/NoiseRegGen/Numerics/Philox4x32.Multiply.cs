using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NoiseRegGen.Numerics;

public static partial class Philox4x32
{
    /// <summary>The 64-bit products of the low halves of the 64-bit lanes; the high halves may hold anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<ulong> MultiplyWide(Vector<ulong> left, Vector<ulong> right)
    {
        if (Vector<ulong>.Count == 4 && Avx2.IsSupported)
        {
            return Avx2.Multiply(left.AsVector256().AsUInt32(), right.AsVector256().AsUInt32()).AsVector();
        }

        if (Vector<ulong>.Count == 8 && Avx512F.IsSupported)
        {
            return Avx512F.Multiply(left.AsVector512().AsUInt32(), right.AsVector512().AsUInt32()).AsVector();
        }

        if (Vector<ulong>.Count == 2 && Sse2.IsSupported)
        {
            return Sse2.Multiply(left.AsVector128().AsUInt32(), right.AsVector128().AsUInt32()).AsVector();
        }

        if (Vector<ulong>.Count == 2 && AdvSimd.IsSupported)
        {
            return AdvSimd.MultiplyWideningLower(
                AdvSimd.ExtractNarrowingLower(left.AsVector128()), AdvSimd.ExtractNarrowingLower(right.AsVector128())).AsVector();
        }

        Vector<ulong> low = Vector.Create(0xFFFF_FFFFUL);
        return (left & low) * (right & low);
    }
}
