using System.Collections.Generic;
using System.Linq;

namespace NoiseRegGen.Generator.Model;

/// <summary>The aliases at the head of the emitted files.</summary>
/// <remarks>
/// A file stands in the user's namespace, where the user's types and members win over these: so they have names that a user's will hardly have, and where
/// one has, nothing is emitted.
/// </remarks>
internal static class SourceAliases
{
    /// <summary>Name and target, <c>Real</c> for the number type; each file has those that it uses, in this order.</summary>
    public static readonly (string Name, string Target)[] All =
    [
        ("ActivationFunctions", "NoiseRegGen.Numerics.ActivationFunctions"),
        ("LaneBlocks", "NoiseRegGen.Numerics.LaneBlocks"),
        ("LaneVector", "System.Numerics.Vector<Real>"),
        ("MethodImpl", "System.Runtime.CompilerServices.MethodImplAttribute"),
        ("MethodImplOptions", "System.Runtime.CompilerServices.MethodImplOptions"),
        ("MlpArguments", "NoiseRegGen.Infrastructure.MlpArguments"),
        ("NoiseKey", "NoiseRegGen.Numerics.NoiseKey"),
        ("NormalNoise", "NoiseRegGen.Numerics.NormalNoise"),
        ("RefSpans", "System.Runtime.InteropServices.MemoryMarshal"),
        ("Refs", "System.Runtime.CompilerServices.Unsafe"),
        ("Simd", "System.Numerics.Vector"),
        ("WeightTile", "NoiseRegGen.Numerics.WeightTile"),
    ];

    /// <summary>The names alone.</summary>
    public static readonly HashSet<string> Names = [.. All.Select(static alias => alias.Name)];
}
