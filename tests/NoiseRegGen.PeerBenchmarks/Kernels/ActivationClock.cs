using System;
using NoiseRegGen.PeerBenchmarks.Jobs;

namespace NoiseRegGen.PeerBenchmarks.Kernels;

/// <summary>The clock for an activation.</summary>
internal static class ActivationClock
{
    /// <summary>The number of evaluations of one call: 8 KB in, 8 KB out.</summary>
    internal const int Count = 2048;

    internal static Side Create(Activation activation, int order) => activation switch
    {
        Activation.Tanh => new ActivationClock<TanhProbe>(order),
        Activation.Relu => new ActivationClock<ReluProbe>(order),
        Activation.Gelu => new ActivationClock<GeluProbe>(order),
        _ => throw new NotSupportedException($"No network of the comparison uses {activation}."),
    };
}
