using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

/// <summary>
/// Standard normals and random signs as pure functions of their indices: the same for any split of a batch, any thread count and
/// any vector width, and reproducible at will instead of stored.
/// </summary>
/// <remarks>
/// The key of <see cref="Philox4x32"/> is the seed; its counter is
/// <c>(block of units, layer | stream &lt;&lt; 16, presentation, step)</c>. <see cref="BoxMuller"/> turns the four words of a counter
/// into four floats or two doubles. P is the number of lanes of a lane block, <c>2 * Vector&lt;T&gt;.Count</c>. Layers are counted
/// from 0 and lie below 65536. Nothing is checked here: the callers have validated the sizes of their memory.
/// </remarks>
public static partial class NormalNoise
{
    // Weights 64 g ... 64 g + 63 come from counters 16 g ... 16 g + 15: a multiple of the lanes of every vector width.
    private const int CountersPerGroup = 16;

    // The random bits of one counter: each makes one sign.
    private const int SignsPerCounter = 128;

    /// <summary>Two words as the upper and the lower half of one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ulong> Join(Vector<ulong> upper, Vector<ulong> lower) =>
        (upper << 32) | (lower & Vector.Create(0xFFFF_FFFFUL));
}
