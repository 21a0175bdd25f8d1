using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using NoiseRegGen.Files;
using NoiseRegGen.Files.Safetensors;

namespace NoiseRegGen.Onnx.Reading;

/// <summary>The network that a file is to fit.</summary>
/// <param name="Name">Its class.</param>
/// <param name="Sizes">The number of inputs, then the number of units of each layer.</param>
/// <param name="Activations">The activation of each layer.</param>
/// <param name="Precision">Its number type.</param>
/// <param name="ParameterBytes">How many bytes its parameters take.</param>
internal sealed record Expected(
    string Name, ImmutableArray<int> Sizes, ImmutableArray<Activation> Activations, Precision Precision, long ParameterBytes)
{
    internal int Layers => Activations.Length;

    internal static Expected Of<TNet, T>()
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        => new(
            typeof(TNet).Name,
            [.. TNet.LayerSizes],
            [.. TNet.LayerActivations],
            LittleEndian.PrecisionOf<T>(),
            (long)ModelFile.ParameterCount(TNet.LayerSizes) * Marshal.SizeOf<T>());
}
