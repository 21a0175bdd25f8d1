using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

public static partial class NormalNoise
{
    /// <summary>One lane block, units x P: counter words (unit / 4, domain, presentation, step); word u mod 4 belongs to unit u.</summary>
    private static void FillLanes(in NoiseKey key, uint domain, uint firstExample, int units, ref Vector<ulong> schedule, ref float xi)
    {
        int count = Vector<float>.Count;
        Vector<ulong> even = Vector.Create<ulong>(firstExample) + (Vector<ulong>.Indices << 1), step = Vector.Create((ulong)count);
        Philox4x32.LaneHalf even0 = new(even, domain, ref schedule), odd0 = new(even + Vector<ulong>.One, domain, ref schedule);
        Philox4x32.LaneHalf even1 = new(even + step, domain, ref schedule), odd1 = new(even + step + Vector<ulong>.One, domain, ref schedule);
        for (int unit = 0; unit < units; unit += 4)
        {
            Philox4x32.SharedHalf shared = new((uint)unit / 4, key.Step, key.Key1);
            ref float target = ref Unsafe.Add(ref xi, (nint)unit * 2 * count);
            FillFour(shared, even0, odd0, ref schedule, units - unit, ref target);
            FillFour(shared, even1, odd1, ref schedule, units - unit, ref Unsafe.Add(ref target, count));
        }
    }

    /// <summary>Up to four units of one half of a lane block, 2 Count numbers apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FillFour(
        in Philox4x32.SharedHalf shared, in Philox4x32.LaneHalf even, in Philox4x32.LaneHalf odd, ref Vector<ulong> schedule, int units, ref float xi)
    {
        Philox4x32.Block(shared, even, ref schedule, out var e0, out var e1, out var e2, out var e3);
        Philox4x32.Block(shared, odd, ref schedule, out var o0, out var o1, out var o2, out var o3);
        nuint stride = 2 * (nuint)Vector<float>.Count;
        BoxMuller.Transform(Interleave(e0, o0), Interleave(e1, o1), out Vector<float> n0, out Vector<float> n1);
        n0.StoreUnsafe(ref xi);
        if (units > 1)
        {
            n1.StoreUnsafe(ref xi, stride);
        }

        if (units > 2)
        {
            BoxMuller.Transform(Interleave(e2, o2), Interleave(e3, o3), out n0, out n1);
            n0.StoreUnsafe(ref xi, 2 * stride);
            if (units > 3)
            {
                n1.StoreUnsafe(ref xi, 3 * stride);
            }
        }
    }

    /// <summary>One lane block, units x P: counter words (unit / 2, domain, presentation, step); two words to a uniform.</summary>
    private static void FillLanes(in NoiseKey key, uint domain, uint firstExample, int units, ref Vector<ulong> schedule, ref double xi)
    {
        int count = Vector<double>.Count;
        Vector<ulong> examples = Vector.Create<ulong>(firstExample) + Vector<ulong>.Indices;
        Philox4x32.LaneHalf lanes0 = new(examples, domain, ref schedule);
        Philox4x32.LaneHalf lanes1 = new(examples + Vector.Create((ulong)count), domain, ref schedule);
        for (int unit = 0; unit < units; unit += 2)
        {
            Philox4x32.SharedHalf shared = new((uint)unit / 2, key.Step, key.Key1);
            ref double target = ref Unsafe.Add(ref xi, (nint)unit * 2 * count);
            FillTwo(shared, lanes0, ref schedule, units - unit, ref target);
            FillTwo(shared, lanes1, ref schedule, units - unit, ref Unsafe.Add(ref target, count));
        }
    }

    /// <summary>Up to two units of one half of a lane block, 2 Count numbers apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FillTwo(
        in Philox4x32.SharedHalf shared, in Philox4x32.LaneHalf lanes, ref Vector<ulong> schedule, int units, ref double xi)
    {
        Philox4x32.Block(shared, lanes, ref schedule, out var w0, out var w1, out var w2, out var w3);
        BoxMuller.Transform(Join(w0, w1), Join(w2, w3), out Vector<double> n0, out Vector<double> n1);
        n0.StoreUnsafe(ref xi);
        if (units > 1)
        {
            n1.StoreUnsafe(ref xi, 2 * (nuint)Vector<double>.Count);
        }
    }
}
