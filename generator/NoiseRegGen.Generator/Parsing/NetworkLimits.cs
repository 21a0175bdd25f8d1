using System.Collections.Generic;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>How large a network may be.</summary>
internal static class NetworkLimits
{
    /// <summary>The largest size of a layer: beyond it a dense layer is not what the user wants.</summary>
    public const int LargestSize = 65_536;

    /// <summary>The most layers: every one of them is code of its own.</summary>
    public const int MostLayers = 256;

    /// <summary>The most parameters: 2^28, which is 1 GiB of floats or 2 GiB of doubles in one array.</summary>
    public const long MostParameters = 1L << 28;

    /// <summary>What a message calls a size.</summary>
    /// <param name="index">Its place.</param>
    /// <param name="count">How many sizes there are.</param>
    public static string RoleOf(int index, int count) =>
        index == 0 ? "The number of inputs" : index == count - 1 ? "The number of outputs" : $"The size of layer {index}";

    /// <summary>The number of weights and biases. Every size must be in range.</summary>
    public static long ParametersOf(IReadOnlyList<long> sizes)
    {
        long sum = 0;
        for (int i = 1; i < sizes.Count; i++)
            sum += (sizes[i - 1] + 1) * sizes[i];
        return sum;
    }

    /// <summary>Why a network cannot have these sizes, in words; null if it can.</summary>
    public static string? Violation(IReadOnlyList<long> sizes)
    {
        if (sizes.Count < 2)
            return $"a network needs at least two sizes, the number of inputs and the number of outputs, but there are {sizes.Count}";
        if (sizes.Count - 1 > MostLayers)
            return $"a network may have at most {MostLayers} layers, but there are {sizes.Count - 1}";
        for (int i = 0; i < sizes.Count; i++)
        {
            if (sizes[i] is < 1 or > LargestSize)
                return $"{Uncapitalized(RoleOf(i, sizes.Count))} must be from 1 to {LargestSize}, but is {sizes[i]}";
        }

        return ParametersOf(sizes) is > MostParameters and var parameters
            ? $"a network may have at most {MostParameters} parameters, but there are {parameters}"
            : null;
    }

    private static string Uncapitalized(string text) => char.ToLowerInvariant(text[0]) + text.Substring(1);
}
