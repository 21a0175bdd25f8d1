using System.Linq;

namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>Texts of network files.</summary>
internal static class NetworkFileText
{
    public const string Name = "friction.mlp.json";

    public const string Digest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    /// <summary>8-64-64-1 with tanh, in single precision: as a saved model writes it.</summary>
    public const string Friction = Start + "\"layers\":[8,64,64,1],\"activations\":[\"Tanh\",\"Tanh\",\"Identity\"],\"precision\":\"Single\",\"parametersSha256\":\"" + Digest + "\"}";

    public const string Start = "{\"format\":\"noisereggen.mlp\",\"version\":1,";

    /// <summary>A file with these layers.</summary>
    public static string Of(int[] layers, string activation = "Relu", string precision = "Single") => With(
        $"\"layers\":[{string.Join(",", layers)}],\"activations\":[{string.Join(",", Enumerable.Repeat($"\"{activation}\"", layers.Length - 1))}],\"precision\":\"{precision}\"");

    /// <summary>A file of the right format and version with these members.</summary>
    public static string With(string members) => $"{Start}{members}}}";

    /// <summary>A project of one source file, with a network's file beside it.</summary>
    public static TestProject ProjectOf(string source, string file = Friction) => TestProject.Of(source).WithAdditionalFile(Name, file);
}
