namespace NoiseRegGen.Numerics.Tests.Noise;

internal static class Samplings
{
    /// <summary>Those whose noise on one example is <c>N(0, eta I)</c> itself; layer-wise noise agrees with it over a cycle of steps and to first order only.</summary>
    public static NoiseSampling[] OfTheDefinition { get; } = [NoiseSampling.LocalReparameterization, NoiseSampling.PerExample, NoiseSampling.PerBatch];
}
