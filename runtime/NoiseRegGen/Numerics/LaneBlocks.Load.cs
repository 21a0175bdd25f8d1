using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

public static partial class LaneBlocks
{
    /// <summary>Row-major examples to lane blocks.</summary>
    /// <remarks>
    /// The idle lanes of the last block repeat the last example, so that they never make a NaN which the data do not have.
    /// </remarks>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rowMajor">examples x features.</param>
    /// <param name="examples">The number of examples, at least 1.</param>
    /// <param name="features">The number of features, at least 1.</param>
    /// <param name="blocks">ceil(examples / P) x features x P; overwritten.</param>
    public static void Load<T>(ref T rowMajor, int examples, int features, ref T blocks)
        where T : unmanaged
    {
        int lanes = Lanes<T>(), width = Vector<T>.Count;
        int strips = 2 * DivideUp(examples, lanes);
        for (int strip = 0; strip < strips; strip++)
        {
            // A strip is half a block: Vector<T>.Count examples, of which the rows up to `last` exist.
            int first = Math.Min(strip * width, examples - 1);
            int last = Math.Min(width - 1, examples - 1 - first);
            ref T source = ref Unsafe.Add(ref rowMajor, (nint)first * features);
            ref T target = ref Unsafe.Add(ref blocks, (nint)(strip >> 1) * features * lanes + (strip & 1) * width);
            LoadStrip(ref source, last, features, ref target);
        }
    }

    private static void LoadStrip<T>(ref T source, int last, int features, ref T target)
        where T : unmanaged
    {
        int lanes = Lanes<T>(), width = Vector<T>.Count;
        if (features < width)
        {
            LoadNarrow(ref source, last, features, ref target);
            return;
        }

        // The last tile overlaps its neighbour when the width does not divide the features; it then moves some numbers twice.
        for (int feature = 0; feature < features; feature += width)
        {
            int start = Math.Min(feature, features - width);
            LaneTile.Transpose(
                ref Unsafe.Add(ref source, start), features, last, ref Unsafe.Add(ref target, (nint)start * lanes), lanes, width - 1);
        }
    }

    private static void LoadNarrow<T>(ref T source, int last, int features, ref T target)
        where T : unmanaged
    {
        int lanes = Lanes<T>();
        for (int lane = 0; lane < Vector<T>.Count; lane++)
        {
            ref T row = ref Unsafe.Add(ref source, (nint)Math.Min(lane, last) * features);
            for (int feature = 0; feature < features; feature++)
            {
                Unsafe.Add(ref target, (nint)feature * lanes + lane) = Unsafe.Add(ref row, feature);
            }
        }
    }
}
