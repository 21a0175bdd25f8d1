using System.Collections.Immutable;

namespace NoiseRegGen.Files.Safetensors;

/// <summary>One tensor of a safetensors header.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Precision">Its dtype: F32 or F64, the only ones that parameters have.</param>
/// <param name="Shape">Its dimensions; row-major.</param>
/// <param name="Begin">Its first byte, counted from the header's end.</param>
/// <param name="End">The byte after its last.</param>
internal sealed record TensorEntry(string Name, Precision Precision, ImmutableArray<long> Shape, long Begin, long End)
{
    internal static int SizeOf(Precision precision) => precision == Precision.Single ? sizeof(float) : sizeof(double);

    internal static string TypeName(Precision precision) => precision == Precision.Single ? "F32" : "F64";

    /// <summary>The shape in words: <c>[64, 8]</c>.</summary>
    internal string ShapeText => "[" + string.Join(", ", Shape) + "]";
}
