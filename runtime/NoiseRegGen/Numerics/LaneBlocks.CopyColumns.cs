using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

/// <content>Contiguous strips of a weight matrix.</content>
public static partial class LaneBlocks
{
    /// <summary>Copies a few neighbouring columns of a row-major matrix to contiguous memory, [row][column].</summary>
    /// <remarks>
    /// A product with the transposed matrix walks down its columns, so each step meets another cache line; a wide matrix's lines then crowd the
    /// data out of the first-level cache. The strip is read line after line, by every lane block.
    /// </remarks>
    /// <param name="matrix">The first of the columns' numbers.</param>
    /// <param name="rows">The rows of the matrix.</param>
    /// <param name="stride">The columns of the whole matrix.</param>
    /// <param name="columns">How many columns to copy.</param>
    /// <param name="strip">rows x columns numbers, overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyColumns<T>(ref T matrix, int rows, int stride, int columns, ref T strip)
        where T : unmanaged
    {
        ref byte from = ref Unsafe.As<T, byte>(ref matrix);
        ref byte to = ref Unsafe.As<T, byte>(ref strip);
        uint length = (uint)(columns * Unsafe.SizeOf<T>());
        for (int row = 0; row < rows; row++)
        {
            Unsafe.CopyBlockUnaligned(ref to, ref from, length);
            from = ref Unsafe.Add(ref from, (nint)stride * Unsafe.SizeOf<T>());
            to = ref Unsafe.Add(ref to, (int)length);
        }
    }
}
