using System.Numerics;

namespace NoiseRegGen.PeerBenchmarks.Kernels;

/// <summary>An activation alone, and with its derivatives as the passes need them.</summary>
internal interface IActivationProbe
{
    static abstract Vector<float> Value(Vector<float> z);

    static abstract Vector<float> Value(Vector<float> z, out Vector<float> first);

    static abstract Vector<float> Value(Vector<float> z, out Vector<float> first, out Vector<float> second);
}
