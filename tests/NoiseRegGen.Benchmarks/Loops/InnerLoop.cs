using System;
using System.Collections.Generic;

namespace NoiseRegGen.Benchmarks.Loops;

/// <summary>The instructions of a loop without loops in it.</summary>
/// <param name="Instructions">All of them.</param>
/// <param name="MultiplyAdds">Fused multiply-adds on whole vectors.</param>
/// <param name="Loads">Vectors and broadcast numbers read, also as operands of others.</param>
/// <param name="Stores">Vectors written.</param>
/// <param name="Shuffles">Numbers moved between the lanes of registers.</param>
internal sealed record InnerLoop(int Instructions, int MultiplyAdds, int Loads, int Stores, int Shuffles)
{
    // Zen 2 to Zen 4 and Intel's cores since Ice Lake: two fused multiply-adds, two loads, two shuffles and a store of 256 bits a cycle at best.
    private const double PerCycle = 2;
    private const double DecodedPerCycle = 6;

    /// <summary>The cycles that each kind of instruction needs at least, by name.</summary>
    internal IReadOnlyList<(string Name, double Cycles)> Needs =>
    [
        ("multiply-adds", MultiplyAdds / PerCycle), ("loads", Loads / PerCycle), ("stores", Stores),
        ("shuffles", Shuffles / PerCycle), ("instructions", Instructions / DecodedPerCycle),
    ];

    internal static InnerLoop Of(IEnumerable<string> instructions)
    {
        int all = 0, multiplyAdds = 0, loads = 0, stores = 0, shuffles = 0;
        foreach (string instruction in instructions)
        {
            all++;
            if (!instruction.StartsWith('v'))
                continue;
            int memory = instruction.IndexOf('[', StringComparison.Ordinal);
            bool isStore = memory >= 0 && instruction.IndexOf(',', StringComparison.Ordinal) > memory;
            multiplyAdds += instruction.StartsWith("vfmadd", StringComparison.Ordinal) ? 1 : 0;
            stores += isStore ? 1 : 0;
            loads += memory >= 0 && !isStore ? 1 : 0;
            shuffles += IsShuffle(instruction) && memory < 0 ? 1 : 0;
        }

        return new InnerLoop(all, multiplyAdds, loads, stores, shuffles);
    }

    private static bool IsShuffle(string instruction) =>
        instruction.StartsWith("vunpck", StringComparison.Ordinal) || instruction.StartsWith("vshuf", StringComparison.Ordinal)
        || instruction.StartsWith("vperm", StringComparison.Ordinal) || instruction.StartsWith("vinsert", StringComparison.Ordinal)
        || instruction.StartsWith("vextract", StringComparison.Ordinal) || instruction.StartsWith("vbroadcast", StringComparison.Ordinal);
}
