using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

public static partial class NormalNoise
{
    /// <summary>One lane block, units x P: counter words (unit / 4, domain, presentation, step); word u mod 4 belongs to unit u.</summary>
    private static void FillLanes(in NoiseKey key, uint domain, uint firstExample, int units, ref float xi)
    {
        int count = Vector<float>.Count;
        for (int unit = 0; unit < units; unit += 4)
        {
            for (int half = 0; half < 2; half++)
            {
                Vector<ulong> examples = Vector.Create<ulong>(unchecked(firstExample + (uint)(half * count))) + (Vector<ulong>.Indices << 1);
                Vector<ulong> e0 = Vector.Create((ulong)unit >> 2), e1 = Vector.Create<ulong>(domain), e2 = examples, e3 = Vector.Create<ulong>(key.Step);
                Vector<ulong> o0 = e0, o1 = e1, o2 = examples + Vector<ulong>.One, o3 = e3;
                Philox4x32.Block(ref e0, ref e1, ref e2, ref e3, key.Key0, key.Key1);
                Philox4x32.Block(ref o0, ref o1, ref o2, ref o3, key.Key0, key.Key1);
                BoxMuller.Transform(Interleave(e0, o0), Interleave(e1, o1), out Vector<float> n0, out Vector<float> n1);
                BoxMuller.Transform(Interleave(e2, o2), Interleave(e3, o3), out Vector<float> n2, out Vector<float> n3);
                StoreUnits(n0, n1, n2, n3, units - unit, ref Unsafe.Add(ref xi, (nint)(2 * unit + half) * count));
            }
        }
    }

    /// <summary>Stores up to four units of one half of a lane block, 2 Count numbers apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreUnits(
        Vector<float> n0, Vector<float> n1, Vector<float> n2, Vector<float> n3, int units, ref float xi)
    {
        nuint stride = 2 * (nuint)Vector<float>.Count;
        n0.StoreUnsafe(ref xi);
        if (units > 1)
        {
            n1.StoreUnsafe(ref xi, stride);
        }

        if (units > 2)
        {
            n2.StoreUnsafe(ref xi, 2 * stride);
        }

        if (units > 3)
        {
            n3.StoreUnsafe(ref xi, 3 * stride);
        }
    }

    /// <summary>One lane block, units x P: counter words (unit / 2, domain, presentation, step); two words to a uniform.</summary>
    private static void FillLanes(in NoiseKey key, uint domain, uint firstExample, int units, ref double xi)
    {
        int count = Vector<double>.Count;
        for (int unit = 0; unit < units; unit += 2)
        {
            for (int half = 0; half < 2; half++)
            {
                Vector<ulong> c0 = Vector.Create((ulong)unit >> 1), c1 = Vector.Create<ulong>(domain), c3 = Vector.Create<ulong>(key.Step);
                Vector<ulong> c2 = Vector.Create<ulong>(unchecked(firstExample + (uint)(half * count))) + Vector<ulong>.Indices;
                Philox4x32.Block(ref c0, ref c1, ref c2, ref c3, key.Key0, key.Key1);
                BoxMuller.Transform(Join(c0, c1), Join(c2, c3), out Vector<double> n0, out Vector<double> n1);
                ref double target = ref Unsafe.Add(ref xi, (nint)(2 * unit + half) * count);
                n0.StoreUnsafe(ref target);
                if (units - unit > 1)
                {
                    n1.StoreUnsafe(ref target, 2 * (nuint)count);
                }
            }
        }
    }
}
