using System;
using NoiseRegGen.Runtime.Tests.Training.Models;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Training;

[Collection(AllocationCollection.Name)]
public class ParallelGradientTests
{
    private const int ShardSize = 8;
    private const int ParameterCount = (LinearModel.Inputs + 1) * LinearModel.Outputs;

    private static readonly WeightNoise Noise = new() { Eta = 0.01, Seed = 5, Step = 3, FirstExample = 11 };

    public enum Operation
    {
        Plain,
        Noisy,
        Penalized,
    }

    /// <summary>Loss, then penalty, then gradient.</summary>
    private static double[] Sharded(ParallelGradient<LinearModel, double> parallel, Operation operation, int batch)
    {
        double[] x = Numbers.Normals<double>(1, batch * LinearModel.Inputs), y = Numbers.Normals<double>(2, batch * LinearModel.Outputs);
        // Stale contents must not shine through.
        double[] gradient = new double[ParameterCount];
        gradient.AsSpan().Fill(double.NaN);
        double penalty = 0, loss;
        if (operation == Operation.Penalized)
            (loss, penalty, _) = parallel.PenalizedGradient(x, y, gradient, 0.5);
        else if (operation == Operation.Noisy)
            loss = parallel.NoisyGradient(x, y, gradient, Noise);
        else
            loss = parallel.Gradient(x, y, gradient);
        return [loss, penalty, .. gradient];
    }

    private static double[] Whole(LinearModel model, Operation operation, int batch)
    {
        double[] x = Numbers.Normals<double>(1, batch * LinearModel.Inputs), y = Numbers.Normals<double>(2, batch * LinearModel.Outputs);
        double[] gradient = new double[ParameterCount];
        MlpWorkspace<double> workspace = LinearModel.CreateWorkspace();
        double penalty = 0, loss;
        if (operation == Operation.Penalized)
            (loss, penalty, _) = model.PenalizedGradient(x, y, gradient, 0.5, workspace);
        else if (operation == Operation.Noisy)
            loss = model.NoisyGradient(x, y, gradient, Noise, workspace);
        else
            loss = model.Gradient(x, y, gradient, workspace);
        return [loss, penalty, .. gradient];
    }

    public static MatrixTheoryData<Operation, int> Cases =>
        new([Operation.Plain, Operation.Noisy, Operation.Penalized], [1, 7, 8, 9, 16, 17, 63, 64, 65, 150]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Any_number_of_workers_gives_the_same_bits(Operation operation, int batch)
    {
        LinearModel model = LinearModel.Create(9);
        byte[] alone = Numbers.Bits<double>(Sharded(new(model, null, ShardSize), operation, batch));
        foreach (int workers in new[] { 1, 2, 3, 5 })
        {
            using WorkerTeam team = new(workers);
            ParallelGradient<LinearModel, double> parallel = new(model, team, ShardSize);
            Assert.Equal(alone, Numbers.Bits<double>(Sharded(parallel, operation, batch)));
            Assert.Equal(alone, Numbers.Bits<double>(Sharded(parallel, operation, batch)));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Shards_change_the_rounding_of_the_whole_batch_and_nothing_else(Operation operation, int batch)
    {
        LinearModel model = LinearModel.Create(9);
        double[] sharded = Sharded(new(model, null, ShardSize), operation, batch), whole = Whole(model, operation, batch);
        // Means of at most 150 terms, each below about 200 (residuals below 14, inputs below 5): 150 roundings of 200 / batch summed up,
        // twice; with noise out of step the difference would be of the order of 0.1.
        double bound = 2 * 200 * 150 * Math.Pow(2, -53);
        for (int i = 0; i < whole.Length; i++)
            Assert.InRange(sharded[i] - whole[i], -bound, bound);
        if (batch <= ShardSize)
            Assert.Equal(Numbers.Bits<double>(whole), Numbers.Bits<double>(sharded));
    }

    // 5000 parameters of the reduction's ranges of 4096 need a model of its own; here the sums of the wide one are its own reference.
    [Fact]
    public void The_reduction_covers_every_range_of_a_long_parameter_vector()
    {
        WideModel model = WideModel.Create(1);
        float[] x = [1, 2, 3, 4, 5], y = [0, 0, 0, 0, 1], gradient = new float[WideModel.Count];
        using WorkerTeam team = new(2);
        float loss = new ParallelGradient<WideModel, float>(model, team, shardSize: 2).Gradient(x, y, gradient);
        // The gradient of parameter i is the mean of x plus i; all sums and products are of small integers, weights 0.4, 0.4, 0.2.
        // So three rounded weights and products, of size below 2^13: 3 x 2 x 2^13 x 2^-24.
        for (int i = 0; i < gradient.Length; i++)
            Assert.InRange(gradient[i] - (3f + i), -0.003, 0.003);
        // In double until the last rounding.
        Assert.Equal(0.2f, loss);
    }

    [Fact]
    public void The_total_is_the_loss_plus_eta_times_the_penalty()
    {
        double[] x = Numbers.Normals<double>(1, 60), y = Numbers.Normals<double>(2, 40), gradient = new double[ParameterCount];
        PenalizedLoss<double> loss = new ParallelGradient<LinearModel, double>(LinearModel.Create(9), null, ShardSize)
            .PenalizedGradient(x, y, gradient, 0.25);
        Assert.Equal(loss.Loss + (0.25 * loss.Penalty), loss.Total);
    }

    [Fact]
    public void A_shards_own_error_reaches_the_caller_and_the_next_call_is_right()
    {
        using WorkerTeam team = new(3);
        LinearModel model = LinearModel.Create(9);
        ParallelGradient<LinearModel, double> parallel = new(model, team, ShardSize);
        double[] x = new double[90], y = new double[60], gradient = new double[ParameterCount];
        WeightNoise late = Noise with { FirstExample = (1L << 32) - 20 };
        Assert.Throws<ArgumentOutOfRangeException>(() => parallel.NoisyGradient(x, y, gradient, late));
        byte[] expected = Numbers.Bits<double>(Sharded(new(model, null, ShardSize), Operation.Noisy, 30));
        Assert.Equal(expected, Numbers.Bits<double>(Sharded(parallel, Operation.Noisy, 30)));
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        LinearModel model = LinearModel.Create(9);
        ParallelGradient<LinearModel, double> parallel = new(model);
        double[] x = new double[6], y = new double[4], g = new double[ParameterCount], shared = new double[ParameterCount + 2];
        Assert.Equal("x", Assert.Throws<ArgumentException>(() => parallel.Gradient(new double[5], y, g)).ParamName);
        Assert.Equal("x", Assert.Throws<ArgumentException>(() => parallel.Gradient(Array.Empty<double>(), y, g)).ParamName);
        Assert.Equal("target", Assert.Throws<ArgumentException>(() => parallel.Gradient(x, new double[5], g)).ParamName);
        Assert.Equal("gradient", Assert.Throws<ArgumentException>(() => parallel.Gradient(x, y, new double[7])).ParamName);
        Assert.Equal("gradient", Assert.Throws<ArgumentException>(
            () => parallel.Gradient(shared.AsMemory(0, 6), y, shared.AsMemory(2))).ParamName);
        Assert.Equal("eta", Assert.Throws<ArgumentOutOfRangeException>(() => parallel.PenalizedGradient(x, y, g, double.NaN)).ParamName);
        Assert.Equal("shardSize", Assert.Throws<ArgumentOutOfRangeException>(
            () => new ParallelGradient<LinearModel, double>(model, null, 0)).ParamName);
    }

    [Theory]
    [InlineData(Operation.Plain)]
    [InlineData(Operation.Noisy)]
    [InlineData(Operation.Penalized)]
    public void Calls_allocate_nothing_on_any_thread(Operation operation)
    {
        using WorkerTeam team = new(3);
        ParallelGradient<LinearModel, double> parallel = new(LinearModel.Create(9), team, ShardSize);
        double[] x = Numbers.Normals<double>(1, 150 * 3), y = Numbers.Normals<double>(2, 150 * 2), gradient = new double[ParameterCount];
        long bytes = AllocationCollection.FewestBytes(() =>
        {
            for (int call = 0; call < 50; call++)
            {
                if (operation == Operation.Plain)
                    parallel.Gradient(x, y, gradient);
                else if (operation == Operation.Noisy)
                    parallel.NoisyGradient(x, y, gradient, Noise);
                else
                    parallel.PenalizedGradient(x, y, gradient, 0.5);
            }
        });
        Assert.Equal(0, bytes);
    }
}
