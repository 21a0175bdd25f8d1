using System;
using System.Collections.Immutable;

namespace NoiseRegGen.Files;

/// <summary>What a file says of the network in it.</summary>
public sealed partial class ModelDescription
{
    internal ModelDescription(
        ImmutableArray<int> layers, ImmutableArray<Activation> activations, Precision precision, string? parametersSha256, DataDescription? data)
    {
        Layers = layers;
        Activations = activations;
        Precision = precision;
        ParametersSha256 = parametersSha256;
        Data = data;
    }

    /// <summary>The number of inputs, then the number of units of each layer.</summary>
    public ImmutableArray<int> Layers { get; }

    /// <summary>The activation of each layer; empty for a file of another program, which does not say.</summary>
    public ImmutableArray<Activation> Activations { get; }

    /// <summary>The precision the parameters are stored in.</summary>
    public Precision Precision { get; }

    /// <summary>
    /// The SHA-256, in lower-case hexadecimal, of the parameters' little-endian bytes in the order of
    /// <see cref="IMlp{TSelf, T}.Parameters"/>; null for a file of another program.
    /// </summary>
    public string? ParametersSha256 { get; }

    /// <summary>The table the network was trained on, where the file says so.</summary>
    public DataDescription? Data { get; }
}
