using System.Numerics;
using System.Runtime.CompilerServices;
using NoiseRegGen.Numerics;

namespace NoiseRegGen.PeerBenchmarks.Kernels;

/// <summary>Derivatives from the value.</summary>
internal readonly struct TanhProbe : IActivationProbe
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Value(Vector<float> z) => ActivationFunctions.Tanh(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Value(Vector<float> z, out Vector<float> first)
    {
        Vector<float> h = ActivationFunctions.Tanh(z);
        first = ActivationFunctions.TanhDerivative(h);
        return h;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Value(Vector<float> z, out Vector<float> first, out Vector<float> second)
    {
        Vector<float> h = Value(z, out first);
        second = ActivationFunctions.TanhSecondDerivative(h);
        return h;
    }
}
