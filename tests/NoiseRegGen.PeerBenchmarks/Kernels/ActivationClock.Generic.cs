using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NoiseRegGen.PeerBenchmarks.Jobs;

namespace NoiseRegGen.PeerBenchmarks.Kernels;

/// <summary>An activation with its derivatives up to an order over numbers in the first-level cache, loaded and stored once.</summary>
internal sealed class ActivationClock<TProbe>(int order) : Side("machine", $"activation, derivatives up to {order}")
    where TProbe : struct, IActivationProbe
{
    private readonly float[] _z = CreateInputs();
    private readonly float[] _h = new float[ActivationClock.Count];

    /// <inheritdoc/>
    internal override void Run()
    {
        switch (order)
        {
            case 0:
                Values();
                break;
            case 1:
                WithFirst();
                break;
            default:
                WithSecond();
                break;
        }
    }

    /// <inheritdoc/>
    internal override NamedResult[] Results() => [new("values", _h)];

    private static float[] CreateInputs()
    {
        Random random = new(1);
        float[] z = new float[ActivationClock.Count];
        foreach (ref float value in z.AsSpan())
            value = (float)(6 * (random.NextDouble() - 0.5));
        return z;
    }

    // As in the emitted kernels: references, and optimised from the first call on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Values()
    {
        ref float z = ref MemoryMarshal.GetArrayDataReference(_z), h = ref MemoryMarshal.GetArrayDataReference(_h);
        for (int i = 0; i < ActivationClock.Count; i += Vector<float>.Count)
            TProbe.Value(Vector.LoadUnsafe(ref Unsafe.Add(ref z, i))).StoreUnsafe(ref Unsafe.Add(ref h, i));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void WithFirst()
    {
        ref float z = ref MemoryMarshal.GetArrayDataReference(_z), h = ref MemoryMarshal.GetArrayDataReference(_h);
        for (int i = 0; i < ActivationClock.Count; i += Vector<float>.Count)
            (TProbe.Value(Vector.LoadUnsafe(ref Unsafe.Add(ref z, i)), out Vector<float> first) + first).StoreUnsafe(ref Unsafe.Add(ref h, i));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void WithSecond()
    {
        ref float z = ref MemoryMarshal.GetArrayDataReference(_z), h = ref MemoryMarshal.GetArrayDataReference(_h);
        for (int i = 0; i < ActivationClock.Count; i += Vector<float>.Count)
            (TProbe.Value(Vector.LoadUnsafe(ref Unsafe.Add(ref z, i)), out Vector<float> first, out Vector<float> second) + (first * second)).StoreUnsafe(ref Unsafe.Add(ref h, i));
    }
}
