using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

/// <summary>
/// Moves data between row-major memory and lane blocks, where every example is a lane of a vector.
/// </summary>
/// <remarks>
/// P is the number of lanes of a block, <c>2 * Vector&lt;T&gt;.Count</c>; T is <see cref="float"/> or <see cref="double"/>.
/// <list type="table">
/// <listheader><term>layout</term><description>index order, slowest first</description></listheader>
/// <item><term>row-major</term><description>[example][feature]</description></item>
/// <item><term>blocks</term><description>[block][feature][P examples]: for products that broadcast a weight</description></item>
/// <item><term>groups</term><description>[group][example][P features]: for sums over examples, with lanes over features</description></item>
/// </list>
/// Nothing is checked here: the callers have validated their spans. Nothing is read or written outside the sizes given.
/// </remarks>
public static partial class LaneBlocks
{
    private static int Lanes<T>()
        where T : unmanaged => 2 * Vector<T>.Count;

    /// <summary>The number of blocks that hold so many examples, or of groups that hold so many features.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DivideUp(int count, int size) => (count + size - 1) / size;
}
