using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

/// <summary>
/// The counter-based generator Philox4x32-10: 128 bits of counter and 64 bits of key to four random 32-bit words.
/// </summary>
/// <remarks>
/// Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011). There is no state: a number is a pure
/// function of its indices, whatever the order, the thread and the vector width in which it is computed.
/// One round, with the 64-bit products <c>p0 = M0 c0</c> and <c>p1 = M1 c2</c>:
/// <code>
/// c = (hi p1 ^ c1 ^ k0, lo p1, hi p0 ^ c3 ^ k1, lo p0);   (k0, k1) += (W0, W1)
/// </code>
/// </remarks>
public static partial class Philox4x32
{
    internal const uint Multiplier0 = 0xD2511F53;
    internal const uint Multiplier1 = 0xCD9E8D57;
    internal const uint Weyl0 = 0x9E3779B9;
    internal const uint Weyl1 = 0xBB67AE85;
    internal const int Rounds = 10;

    /// <summary>The four words of one counter.</summary>
    /// <param name="c0">Word 0 of the counter.</param>
    /// <param name="c1">Word 1 of the counter.</param>
    /// <param name="c2">Word 2 of the counter.</param>
    /// <param name="c3">Word 3 of the counter.</param>
    /// <param name="k0">Word 0 of the key.</param>
    /// <param name="k1">Word 1 of the key.</param>
    public static (uint W0, uint W1, uint W2, uint W3) Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (int round = 0; round < Rounds; round++)
        {
            ulong p0 = (ulong)Multiplier0 * c0;
            ulong p1 = (ulong)Multiplier1 * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            unchecked
            {
                k0 += Weyl0;
                k1 += Weyl1;
            }
        }

        return (c0, c1, c2, c3);
    }

    /// <summary>The four words of each lane's counter.</summary>
    /// <remarks>
    /// One counter per 64-bit lane, of which the upper halves are ignored on entry and undefined on return. That is how the
    /// 32 x 32 -> 64 bit multiplication of the hardware wants it: a product's low word is used where it stands and its high word
    /// after one shift, so that a round is 2 multiplications, 2 shifts and 4 exclusive ors without any shuffle.
    /// </remarks>
    /// <param name="c0">In: word 0 of the counters. Out: word 0 of the random numbers.</param>
    /// <param name="c1">In and out: word 1.</param>
    /// <param name="c2">In and out: word 2.</param>
    /// <param name="c3">In and out: word 3.</param>
    /// <param name="k0">Word 0 of the key.</param>
    /// <param name="k1">Word 1 of the key.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block(
        ref Vector<ulong> c0, ref Vector<ulong> c1, ref Vector<ulong> c2, ref Vector<ulong> c3, uint k0, uint k1)
    {
        Vector<ulong> a = c0, b = c1, c = c2, d = c3;
        Vector<ulong> key0 = Vector.Create<ulong>(k0), key1 = Vector.Create<ulong>(k1);
        for (int round = 0; round < Rounds; round++)
        {
            Vector<ulong> p0 = MultiplyWide(a, Vector.Create<ulong>(Multiplier0));
            Vector<ulong> p1 = MultiplyWide(c, Vector.Create<ulong>(Multiplier1));
            (a, b, c, d) = ((p1 >>> 32) ^ b ^ key0, p1, (p0 >>> 32) ^ d ^ key1, p0);
            key0 += Vector.Create<ulong>(Weyl0);
            key1 += Vector.Create<ulong>(Weyl1);
        }

        (c0, c1, c2, c3) = (a, b, c, d);
    }
}
