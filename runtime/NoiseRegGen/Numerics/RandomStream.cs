namespace NoiseRegGen.Numerics;

/// <summary>
/// What random numbers are for. The stream is part of the generator's counter, so that numbers drawn for different purposes from
/// one seed never coincide.
/// </summary>
public enum RandomStream
{
    /// <summary>Initial parameters.</summary>
    Initialization,

    /// <summary>Generated data.</summary>
    Data,

    /// <summary>The order of the examples.</summary>
    Shuffling,

    /// <summary>Noise of the pre-activations (<see cref="NoiseSampling.LocalReparameterization"/>).</summary>
    Noise,

    /// <summary>Random signs of trace probes and random projections.</summary>
    Probe,

    /// <summary>Noise of the weights, fresh for each presentation (<see cref="NoiseSampling.PerExample"/>).</summary>
    PerExampleNoise,

    /// <summary>Noise of the weights, shared by a batch (<see cref="NoiseSampling.PerBatch"/>).</summary>
    PerBatchNoise,

    /// <summary>Keys derived from a seed; never drawn from directly.</summary>
    KeyDerivation,
}
