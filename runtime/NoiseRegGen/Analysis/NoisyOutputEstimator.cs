using System;
using System.Globalization;
using System.Numerics;
using NoiseRegGen.Infrastructure;

namespace NoiseRegGen.Analysis;

/// <summary>
/// The mean <c>ybar</c> and the variance of a network's outputs under weight noise, with their standard errors, by antithetic sampling:
/// for any network, any batch and any eta.
/// </summary>
/// <remarks>
/// <para>
/// Every pair uses one draw of the noise with both signs: <c>y+</c> is the output of the single-signed pass and <c>m = (y+ + y-) / 2</c> that of the
/// antithetic pass of the same noise, so a pair costs three forward passes. <c>ybar</c> is the mean of the m, whose spread is of order eta, where that
/// of single draws is of order <c>sqrt(eta)</c>; the variance is the sample variance of the m plus the mean of <c>(y+ - m)^2</c>.
/// </para>
/// <para>
/// Any sampling will do; layer-wise noise has the moments of a cycle if the pairs are a multiple of the layers. Pair i uses step <c>Step + i</c>, row r of the batch is presentation <c>FirstExample + r</c>: the results of a row do not depend on how a batch is
/// split. Sums are in double; in a single-precision network <c>u = m - yhat</c> is only as good as the outputs' rounding, some 1e-7 of
/// their size, so that mean shifts <c>(eta / 2) T</c> below it are lost.
/// </para>
/// <para>
/// Nothing is allocated after construction under local reparameterisation (the other samplings grow the workspace on their first call).
/// Not for use by two threads at once.
/// </para>
/// </remarks>
/// <typeparam name="TNet">The network's class.</typeparam>
/// <typeparam name="T">Its number type.</typeparam>
public sealed class NoisyOutputEstimator<TNet, T>
    where TNet : class, IMlp<TNet, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Rows that share their passes, fewer where the outputs are many; results do not depend on it.
    private const int MaxBlock = 128;
    private const int BlockNumbers = 1 << 16;
    private const long StepLimit = 1L << 32;

    private readonly MlpWorkspace<T> _workspace = TNet.CreateWorkspace();
    private readonly int _inputs = TNet.LayerSizes[0];
    private readonly int _outputs = TNet.LayerSizes[^1];
    private readonly int _block;
    private readonly T[] _noiseless;
    private readonly T[] _single;
    private readonly T[] _pair;
    private readonly PairSums[] _sums;

    /// <summary>Reserves all memory.</summary>
    /// <param name="network">The network; its parameters are read at each call.</param>
    public NoisyOutputEstimator(TNet network)
    {
        ArgumentNullException.ThrowIfNull(network);
        Network = network;
        _block = Math.Clamp(BlockNumbers / _outputs, 1, MaxBlock);
        int length = _block * _outputs;
        _noiseless = new T[length];
        _single = new T[length];
        _pair = new T[length];
        _sums = new PairSums[length];
    }

    /// <summary>The network.</summary>
    public TNet Network { get; }

    /// <summary>Estimates the moments of all outputs of a batch.</summary>
    /// <param name="x">batch x inputs, at least one row.</param>
    /// <param name="noise">
    /// The noise of the first pair. Both signs are always used, whatever <see cref="WeightNoise.Antithetic"/> says. At <c>Eta = 0</c> the means are the
    /// outputs, all else is 0.
    /// </param>
    /// <param name="pairs">The number of pairs, at least 2; the standard errors fall with its square root.</param>
    /// <param name="moments">batch x outputs; overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong or the batch is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The noise is out of range for these rows and pairs, or <paramref name="pairs"/> is below 2.
    /// </exception>
    public void Estimate(ReadOnlySpan<T> x, in WeightNoise noise, int pairs, Span<NoisyOutput> moments)
    {
        int rows = MlpArguments.Batch(x, _inputs);
        MlpArguments.Rows<NoisyOutput>(moments, rows, _outputs, nameof(moments));
        MlpArguments.Noise(noise, rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 2);
        if (noise.Step + pairs > StepLimit)
            ThrowSteps(noise.Step, pairs);
        for (int first = 0; first < rows; first += _block)
        {
            int count = Math.Min(_block, rows - first);
            WeightNoise own = noise with { FirstExample = noise.FirstExample + first };
            EstimateBlock(x.Slice(first * _inputs, count * _inputs), own, pairs, moments.Slice(first * _outputs, count * _outputs));
        }
    }

    private void EstimateBlock(ReadOnlySpan<T> x, in WeightNoise noise, int pairs, Span<NoisyOutput> moments)
    {
        Span<T> noiseless = _noiseless.AsSpan(0, moments.Length), single = _single.AsSpan(0, moments.Length), pair = _pair.AsSpan(0, moments.Length);
        Span<PairSums> sums = _sums.AsSpan(0, moments.Length);
        sums.Clear();
        Network.Forward(x, noiseless, _workspace);
        for (int i = 0; i < pairs; i++)
        {
            WeightNoise draw = noise with { Step = noise.Step + i, Antithetic = false };
            Network.NoisyForward(x, single, draw, _workspace);
            Network.NoisyForward(x, pair, draw with { Antithetic = true }, _workspace);
            for (int k = 0; k < sums.Length; k++)
            {
                double mean = double.CreateChecked(pair[k]);
                sums[k].Add(mean - double.CreateChecked(noiseless[k]), double.CreateChecked(single[k]) - mean);
            }
        }

        for (int k = 0; k < sums.Length; k++)
            moments[k] = sums[k].Moments(pairs, double.CreateChecked(noiseless[k]));
    }

    private static void ThrowSteps(long step, int pairs) => throw new ArgumentOutOfRangeException(
        "noise", step, string.Create(CultureInfo.InvariantCulture, $"Step: expected all of the {pairs} pairs' steps in [0, 2^32)."));
}
