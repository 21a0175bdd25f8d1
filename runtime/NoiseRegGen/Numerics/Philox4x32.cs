namespace NoiseRegGen.Numerics;

/// <summary>
/// The counter-based generator Philox4x32-10: 128 bits of counter and 64 bits of key to four random 32-bit words.
/// </summary>
/// <remarks>
/// Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011). There is no state: a number is a pure
/// function of its indices, whatever the order, the thread and the vector width in which it is computed.
/// Chosen over Threefry4x32-20 by measurement: 0.74 against 0.89 ns for each normal of a layer (generator/docs/random-numbers.md).
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
}
