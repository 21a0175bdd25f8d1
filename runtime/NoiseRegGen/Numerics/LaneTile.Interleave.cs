using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NoiseRegGen.Numerics;

// A few vectors whose numbers take turns in memory: a tile with as many rows as vectors, transposed on its way there.
internal static partial class LaneTile
{
    /// <summary>Four vectors v_k one after the other become target[4 i + k] = v_k[i], in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Interleave(ref float target)
    {
        nuint lanes = (nuint)Vector<float>.Count;
        Vector<float> v0 = Vector.LoadUnsafe(ref target), v1 = Vector.LoadUnsafe(ref target, lanes);
        Vector<float> v2 = Vector.LoadUnsafe(ref target, 2 * lanes), v3 = Vector.LoadUnsafe(ref target, 3 * lanes);
        if (Vector<float>.Count == 8 && Avx.IsSupported)
        {
            Vector256<float> r0 = v0.AsVector256(), r1 = v1.AsVector256(), r2 = v2.AsVector256(), r3 = v3.AsVector256();
            Vector256<float> low01 = Avx.UnpackLow(r0, r1), high01 = Avx.UnpackHigh(r0, r1);
            Vector256<float> low23 = Avx.UnpackLow(r2, r3), high23 = Avx.UnpackHigh(r2, r3);
            StoreHalves(Avx.Shuffle(low01, low23, 0b01_00_01_00), ref target);
            StoreHalves(Avx.Shuffle(low01, low23, 0b11_10_11_10), ref Unsafe.Add(ref target, 4));
            StoreHalves(Avx.Shuffle(high01, high23, 0b01_00_01_00), ref Unsafe.Add(ref target, 8));
            StoreHalves(Avx.Shuffle(high01, high23, 0b11_10_11_10), ref Unsafe.Add(ref target, 12));
        }
        else if (Vector<float>.Count == 4 && (Sse.IsSupported || AdvSimd.Arm64.IsSupported))
        {
            Vector128<float> r0 = v0.AsVector128(), r1 = v1.AsVector128(), r2 = v2.AsVector128(), r3 = v3.AsVector128();
            Vector128<float> low02 = ZipLow(r0, r2), high02 = ZipHigh(r0, r2), low13 = ZipLow(r1, r3), high13 = ZipHigh(r1, r3);
            ZipLow(low02, low13).StoreUnsafe(ref target);
            ZipHigh(low02, low13).StoreUnsafe(ref target, 4);
            ZipLow(high02, high13).StoreUnsafe(ref target, 8);
            ZipHigh(high02, high13).StoreUnsafe(ref target, 12);
        }
        else
        {
            for (int i = 0; i < Vector<float>.Count; i++)
            {
                Unsafe.Add(ref target, 4 * i) = v0[i];
                Unsafe.Add(ref target, 4 * i + 1) = v1[i];
                Unsafe.Add(ref target, 4 * i + 2) = v2[i];
                Unsafe.Add(ref target, 4 * i + 3) = v3[i];
            }
        }
    }

    /// <summary>target[2 i + k] = v_k[i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Interleave(Vector<double> v0, Vector<double> v1, ref double target)
    {
        if (Vector<double>.Count == 4 && Avx.IsSupported)
        {
            Vector256<double> low = Avx.UnpackLow(v0.AsVector256(), v1.AsVector256()), high = Avx.UnpackHigh(v0.AsVector256(), v1.AsVector256());
            low.GetLower().StoreUnsafe(ref target);
            high.GetLower().StoreUnsafe(ref target, 2);
            low.GetUpper().StoreUnsafe(ref target, 4);
            high.GetUpper().StoreUnsafe(ref target, 6);
        }
        else
        {
            for (int i = 0; i < Vector<double>.Count; i++)
            {
                Unsafe.Add(ref target, 2 * i) = v0[i];
                Unsafe.Add(ref target, 2 * i + 1) = v1[i];
            }
        }
    }

    /// <summary>The halves of a vector, 16 numbers apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreHalves(Vector256<float> vector, ref float target)
    {
        vector.GetLower().StoreUnsafe(ref target);
        vector.GetUpper().StoreUnsafe(ref target, 16);
    }
}
