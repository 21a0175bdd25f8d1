using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NoiseRegGen.Numerics;

public static partial class LaneBlocks
{
    /// <summary>Row-major examples to feature groups, the layout of <see cref="Transpose"/>, without a transposition.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rowMajor">examples x features.</param>
    /// <param name="examples">The number of examples, at least 1.</param>
    /// <param name="features">The number of features, at least 1.</param>
    /// <param name="groups">
    /// ceil(features / P) x panelExamples x P; the first <paramref name="examples"/> rows of each group are overwritten. Features
    /// beyond <paramref name="features"/> are 0.
    /// </param>
    /// <param name="panelExamples">The number of rows of a group, at least <paramref name="examples"/>.</param>
    public static void Group<T>(ref T rowMajor, int examples, int features, ref T groups, int panelExamples)
        where T : unmanaged
    {
        int lanes = Lanes<T>();
        for (int feature = 0; feature < features; feature += lanes)
        {
            ref T target = ref Unsafe.Add(ref groups, (nint)(feature / lanes) * panelExamples * lanes);
            int present = Math.Min(lanes, features - feature);
            for (int example = 0; example < examples; example++)
            {
                Span<T> row = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, (nint)example * lanes), lanes);
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref rowMajor, (nint)example * features + feature), present).CopyTo(row);
                row[present..].Clear();
            }
        }
    }
}
