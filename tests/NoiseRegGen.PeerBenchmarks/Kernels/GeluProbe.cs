using System.Numerics;
using System.Runtime.CompilerServices;
using NoiseRegGen.Numerics;

namespace NoiseRegGen.PeerBenchmarks.Kernels;

/// <summary>Derivatives beside the value.</summary>
internal readonly struct GeluProbe : IActivationProbe
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Value(Vector<float> z) => ActivationFunctions.Gelu(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Value(Vector<float> z, out Vector<float> first) => ActivationFunctions.Gelu(z, out first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Value(Vector<float> z, out Vector<float> first, out Vector<float> second) =>
        ActivationFunctions.Gelu(z, out first, out second);
}
