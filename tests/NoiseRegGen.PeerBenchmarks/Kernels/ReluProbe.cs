using System.Numerics;
using System.Runtime.CompilerServices;
using NoiseRegGen.Numerics;

namespace NoiseRegGen.PeerBenchmarks.Kernels;

/// <summary>Derivatives from the value.</summary>
internal readonly struct ReluProbe : IActivationProbe
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Value(Vector<float> z) => ActivationFunctions.Relu(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Value(Vector<float> z, out Vector<float> first)
    {
        Vector<float> h = ActivationFunctions.Relu(z);
        first = ActivationFunctions.ReluDerivative(h);
        return h;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Value(Vector<float> z, out Vector<float> first, out Vector<float> second)
    {
        Vector<float> h = Value(z, out first);
        second = Vector<float>.Zero;
        return h;
    }
}
