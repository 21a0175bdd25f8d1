using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

public static partial class NormalNoise
{
    /// <summary>One lane block, units x P: counter words (unit / 4, domain, presentation, step); word u mod 4 belongs to unit u.</summary>
    private static void FillLanes(in NoiseKey key, uint domain, uint firstExample, int units, ref Vector<ulong> schedule, ref float xi)
    {
        nuint count = (nuint)Vector<float>.Count;
        Philox4x32.LanePair lanes0 = new(firstExample, domain, ref schedule);
        Philox4x32.LanePair lanes1 = new(unchecked(firstExample + (uint)count), domain, ref schedule);
        int unit = 0;
        for (; unit <= units - 4; unit += 4)
        {
            Philox4x32.SharedHalf shared = new((uint)unit / 4, key.Step, key.Key1);
            Philox4x32.PairState pair0 = new(shared, lanes0), pair1 = new(shared, lanes1);
            Philox4x32.LastRounds(ref pair0, ref pair1, ref schedule);
            StoreFour(pair0, 2 * count, ref xi);
            StoreFour(pair1, 2 * count, ref Unsafe.Add(ref xi, count));
            xi = ref Unsafe.Add(ref xi, 8 * count);
        }

        if (unit < units)
        {
            FillLast(new Philox4x32.SharedHalf((uint)unit / 4, key.Step, key.Key1), lanes0, lanes1, ref schedule, units - unit, ref xi);
        }
    }

    /// <summary>The four normals of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFour(in Philox4x32.PairState pair, nuint stride, ref float xi)
    {
        pair.Merge(out Vector<uint> w0, out Vector<uint> w1, out Vector<uint> w2, out Vector<uint> w3);
        BoxMuller.Transform(w0, w1, out Vector<float> n0, out Vector<float> n1);
        BoxMuller.Transform(w2, w3, out Vector<float> n2, out Vector<float> n3);
        n0.StoreUnsafe(ref xi);
        n1.StoreUnsafe(ref xi, stride);
        n2.StoreUnsafe(ref xi, 2 * stride);
        n3.StoreUnsafe(ref xi, 3 * stride);
    }

    /// <summary>One to three units. Not in the loop's method: a second copy of the work would cost the loop registers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FillLast(
        in Philox4x32.SharedHalf shared, in Philox4x32.LanePair lanes0, in Philox4x32.LanePair lanes1, ref Vector<ulong> schedule,
        int units, ref float xi)
    {
        Philox4x32.PairState pair0 = new(shared, lanes0), pair1 = new(shared, lanes1);
        Philox4x32.LastRounds(ref pair0, ref pair1, ref schedule);
        StoreLast(pair0, units, ref xi);
        StoreLast(pair1, units, ref Unsafe.Add(ref xi, Vector<float>.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreLast(in Philox4x32.PairState pair, int units, ref float xi)
    {
        nuint stride = 2 * (nuint)Vector<float>.Count;
        pair.Merge(out Vector<uint> w0, out Vector<uint> w1, out Vector<uint> w2, out Vector<uint> w3);
        BoxMuller.Transform(w0, w1, out Vector<float> n0, out Vector<float> n1);
        n0.StoreUnsafe(ref xi);
        if (units > 1)
        {
            n1.StoreUnsafe(ref xi, stride);
        }

        if (units > 2)
        {
            BoxMuller.Transform(w2, w3, out n0, out _);
            n0.StoreUnsafe(ref xi, 2 * stride);
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
