using System.Numerics;
using MathNet.Numerics.Random;

namespace CompareRegularizers.Literature;

/// <summary>
/// The permutations of NumPy's legacy generator, <c>numpy.random.seed(s)</c> and <c>numpy.random.permutation(n)</c>: the published
/// splits are made with it.
/// </summary>
internal sealed class NumPyRandom(int seed)
{
    private readonly MersenneTwister _twister = new(seed, threadSafe: false);

    /// <summary>The next permutation of 0 ... n - 1: Fisher and Yates, from the end.</summary>
    internal int[] Permutation(int n)
    {
        var values = new int[n];
        for (int i = 0; i < n; i++)
            values[i] = i;
        for (int i = n - 1; i >= 1; i--)
        {
            int j = (int)Below((uint)i);
            (values[i], values[j]) = (values[j], values[i]);
        }

        return values;
    }

    // Uniform on 0 ... largest: as many low bits as it takes, drawn anew until they are small enough.
    private uint Below(uint largest)
    {
        uint mask = uint.MaxValue >> BitOperations.LeadingZeroCount(largest);
        uint value;
        do
        {
            value = Next() & mask;
        }
        while (value > largest);

        return value;
    }

    // The twister's word of 32 bits; the library gives it times 2^-32, which is exact.
    private uint Next() => (uint)(_twister.NextDouble() * 4294967296.0);
}
