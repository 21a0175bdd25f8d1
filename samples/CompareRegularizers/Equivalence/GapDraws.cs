namespace CompareRegularizers.Equivalence;

/// <summary>
/// What the antithetic pairs of one network came to: means over the examples for each pair, and sums over the pairs for each
/// example at one eta.
/// </summary>
/// <remarks>
/// With <c>y+-</c> of a pair, the gap of a pair is <c>((y+ - y)^2 + (y- - y)^2) / 2 - r^2</c>, its control
/// <c>C = sum_k y'_k^2 + r_k y''_k</c> (<see cref="NoiseJet"/>) and its remainder the gap less <c>eta C</c>.
/// </remarks>
internal sealed class GapDraws
{
    /// <summary>Room for some pairs.</summary>
    /// <param name="etas">The number of etas.</param>
    /// <param name="pairs">The number of pairs.</param>
    /// <param name="examples">The number of examples.</param>
    internal GapDraws(int etas, int pairs, int examples)
    {
        Remainders = new double[etas, pairs];
        Controls = new double[pairs];
        ExampleSums = new double[examples];
        ExampleSquares = new double[examples];
    }

    /// <summary>Etas x pairs: the mean over examples of the remainder.</summary>
    internal double[,] Remainders { get; }

    /// <summary>Pairs: the mean over examples of the control.</summary>
    internal double[] Controls { get; }

    /// <summary>Examples: the sum over pairs of the remainder at the reference eta.</summary>
    internal double[] ExampleSums { get; }

    /// <summary>Examples: the sum over pairs of its square.</summary>
    internal double[] ExampleSquares { get; }

    /// <summary>The number of pairs.</summary>
    internal int Pairs => Controls.Length;

    /// <summary>Adds what one thread has summed; always in the same order, whichever thread was first.</summary>
    internal void Add(double[] sums, double[] squares)
    {
        for (int i = 0; i < sums.Length; i++)
            (ExampleSums[i], ExampleSquares[i]) = (ExampleSums[i] + sums[i], ExampleSquares[i] + squares[i]);
    }
}
