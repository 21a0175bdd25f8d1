using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

public static partial class LaneBlocks
{
    /// <summary>Lane blocks to row-major examples; the idle lanes of the last block are dropped.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="blocks">ceil(examples / P) x features x P.</param>
    /// <param name="examples">The number of examples, at least 1.</param>
    /// <param name="features">The number of features, at least 1.</param>
    /// <param name="rowMajor">examples x features; overwritten.</param>
    public static void Store<T>(ref T blocks, int examples, int features, ref T rowMajor)
        where T : unmanaged
    {
        int lanes = Lanes<T>(), width = Vector<T>.Count;
        int strips = DivideUp(examples, width);
        for (int strip = 0; strip < strips; strip++)
        {
            int last = Math.Min(width - 1, examples - 1 - strip * width);
            ref T source = ref Unsafe.Add(ref blocks, (nint)(strip >> 1) * features * lanes + (strip & 1) * width);
            StoreStrip(ref source, last, features, ref Unsafe.Add(ref rowMajor, (nint)strip * width * features));
        }
    }

    private static void StoreStrip<T>(ref T source, int last, int features, ref T target)
        where T : unmanaged
    {
        int lanes = Lanes<T>(), width = Vector<T>.Count;
        if (features < width)
        {
            StoreNarrow(ref source, last, features, ref target);
            return;
        }

        for (int feature = 0; feature < features; feature += width)
        {
            int start = Math.Min(feature, features - width);
            LaneTile.Transpose(
                ref Unsafe.Add(ref source, (nint)start * lanes), lanes, width - 1, ref Unsafe.Add(ref target, start), features, last);
        }
    }

    private static void StoreNarrow<T>(ref T source, int last, int features, ref T target)
        where T : unmanaged
    {
        int lanes = Lanes<T>();
        for (int lane = 0; lane <= last; lane++)
        {
            ref T row = ref Unsafe.Add(ref target, (nint)lane * features);
            for (int feature = 0; feature < features; feature++)
            {
                Unsafe.Add(ref row, feature) = Unsafe.Add(ref source, (nint)feature * lanes + lane);
            }
        }
    }
}
