using System;
using System.Threading;
using NoiseRegGen.Analysis;
using NoiseRegGen.Numerics.Tests.Contract;
using NoiseRegGen.Numerics.Tests.Networks;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Analysis;

/// <summary>No analysis allocates after its first call, whatever the batch. As in <see cref="Contract.AllocationTests"/>, the least of a few attempts counts.</summary>
[Collection(nameof(Alone))]
public class AllocationTests
{
    [Fact]
    public void Nothing_is_allocated_after_the_first_call()
    {
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 5 && least != 0; attempt++)
        {
            var thread = new Thread(() => least = Math.Min(least, Attempt()));
            thread.Start();
            thread.Join();
        }

        Assert.Equal(0, least);
    }

    private static long Attempt()
    {
        var network = new Shapes.WideHiddenSingle(1);
        var estimator = new NoisyOutputEstimator<Shapes.WideHiddenSingle, float>(network);
        float[] x = new float[300 * Shapes.WideHiddenSingle.InputSize];
        var moments = new NoisyOutput[300];
        Call(2);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Call(1);
        Call(300);
        return GC.GetAllocatedBytesForCurrentThread() - before;

        void Call(int rows)
        {
            ReadOnlySpan<float> own = x.AsSpan(0, rows * Shapes.WideHiddenSingle.InputSize);
            estimator.Estimate(own, new WeightNoise { Eta = 0.1, Seed = 1, Step = 0 }, 2, moments.AsSpan(0, rows));
            NoiseRegGen.Analysis.OneHiddenLayer.Moments<Shapes.WideHiddenSingle, float>(network, own, 1, moments.AsSpan(0, rows));
        }
    }
}
