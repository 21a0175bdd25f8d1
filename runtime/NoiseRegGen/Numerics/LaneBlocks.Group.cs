using System;
using System.Numerics;
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
            ref T source = ref Unsafe.Add(ref rowMajor, feature);
            ref T target = ref Unsafe.Add(ref groups, (nint)(feature / lanes) * panelExamples * lanes);
            if (features - feature >= lanes)
            {
                GroupWhole(ref source, examples, features, ref target);
            }
            else
            {
                GroupPart(ref source, examples, features, features - feature, ref target);
            }
        }
    }

    private static void GroupWhole<T>(ref T source, int examples, int features, ref T target)
        where T : unmanaged
    {
        int width = Vector<T>.Count;
        for (int example = 0; example < examples; example++)
        {
            ref T row = ref Unsafe.Add(ref source, (nint)example * features);
            ref T copy = ref Unsafe.Add(ref target, (nint)example * 2 * width);
            Vector.LoadUnsafe(ref row).StoreUnsafe(ref copy);
            Vector.LoadUnsafe(ref row, (nuint)width).StoreUnsafe(ref copy, (nuint)width);
        }
    }

    private static void GroupPart<T>(ref T source, int examples, int features, int present, ref T target)
        where T : unmanaged
    {
        int lanes = Lanes<T>(), width = Vector<T>.Count;
        // Whole vectors are read and cut off as long as they end inside the last row.
        int inside = Math.Max(0, examples - DivideUp(lanes - present, features));
        Vector<T> keepLow = FirstLanes<T>(present), keepHigh = FirstLanes<T>(present - width);
        for (int example = 0; example < inside; example++)
        {
            ref T row = ref Unsafe.Add(ref source, (nint)example * features);
            ref T copy = ref Unsafe.Add(ref target, (nint)example * lanes);
            (Vector.LoadUnsafe(ref row) & keepLow).StoreUnsafe(ref copy);
            (Vector.LoadUnsafe(ref row, (nuint)width) & keepHigh).StoreUnsafe(ref copy, (nuint)width);
        }

        for (int example = inside; example < examples; example++)
        {
            Span<T> row = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, (nint)example * lanes), lanes);
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref source, (nint)example * features), present).CopyTo(row);
            row[present..].Clear();
        }
    }

    /// <summary>All bits set in the first <paramref name="count"/> lanes, none in the others.</summary>
    private static Vector<T> FirstLanes<T>(int count)
        where T : unmanaged
    {
        if (count <= 0)
            return Vector<T>.Zero;
        return count >= Vector<T>.Count ? Vector<T>.AllBitsSet : Vector.LessThan(Vector<T>.Indices, new Vector<T>(Vector<T>.Indices[count]));
    }
}
