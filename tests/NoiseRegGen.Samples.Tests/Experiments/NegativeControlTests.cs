using System;
using System.Linq;
using CompareRegularizers.Data;
using CompareRegularizers.Experiments;
using MathNet.Numerics.Statistics;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Experiments;

/// <summary>On a network that is linear in its weights neither regulariser may have an effect; with the trainer that users run.</summary>
public class NegativeControlTests
{
    private const int Epochs = 50;

    private static readonly Part Train = RepeatData.Prepare(DataRegistry.Find("linear")!.Open(), seed: 6, repeat: 0).Train;

    [Theory]
    [InlineData(1e-3)]
    [InlineData(10)]
    public void The_gradient_of_the_penalty_is_zero(double eta)
    {
        LinearNetworkDouble network = LinearNetworkDouble.Create(seed: 1);
        var workspace = new LinearNetworkDouble.Workspace();
        var plain = new double[LinearNetworkDouble.ParameterCount];
        var penalized = new double[LinearNetworkDouble.ParameterCount];
        network.Gradient(Train.Inputs, Train.Targets, plain, workspace);
        PenalizedLoss<double> loss = network.PenalizedGradient(Train.Inputs, Train.Targets, penalized, eta, workspace);
        // P = ||x||^2 + 1; sums of 200 numbers of order 10 in another order.
        Assert.Equal(Train.Inputs.Sum(x => x * x / Train.Count) + 1, loss.Penalty, 1e-12);
        for (int i = 0; i < plain.Length; i++)
            Assert.Equal(plain[i], penalized[i], 1e-14);
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(10)]
    public void Training_with_the_penalty_ends_with_the_weights_of_training_without(double eta)
    {
        // The usual trainer: Adam, shuffled batches, warm-up, falling learning rate. Rounding alone is left: 200 steps in double.
        double[] none = Fit(Regularizer.None, seed: 3), penalty = Fit(Regularizer.GradientPenalty(eta), seed: 3);
        for (int i = 0; i < none.Length; i++)
            Assert.Equal(none[i], penalty[i], 1e-11);

        static double[] Fit(Regularizer regularizer, ulong seed)
        {
            var options = new TrainingOptions
            {
                BatchSize = 50,
                Epochs = Epochs,
                Seed = seed,
                Schedule = LearningRateSchedule.Linear,
                EtaWarmUpFraction = 0.1,
                ClipNorm = 10,
                Regularizer = regularizer,
            };
            return Run(options, new Adam<double>(LinearNetworkDouble.ParameterCount, 0.01));
        }
    }

    [Theory]
    [InlineData(NoiseSampling.LocalReparameterization, false)]
    [InlineData(NoiseSampling.PerExample, false)]
    [InlineData(NoiseSampling.PerBatch, false)]
    [InlineData(NoiseSampling.LocalReparameterization, true)]
    public void Training_with_noise_ends_on_average_with_the_weights_of_training_without(NoiseSampling sampling, bool antithetic)
    {
        // Plain gradient descent on a quadratic loss is linear in the weights, and the noise adds to the gradient a term of mean 0
        // that does not depend on them: the mean of the weights after any number of steps is exactly that without noise.
        double[] none = Descend(Regularizer.None, seed: 0);
        const int runs = 400;
        double[][] noisy = [.. Enumerable.Range(1, runs).Select(
            run => Descend(Regularizer.WeightNoise(0.1, sampling, antithetic), (ulong)run))];
        for (int i = 0; i < none.Length; i++)
        {
            double[] ends = [.. noisy.Select(end => end[i])];
            // Five standard errors over the runs; with both signs the noise cancels but for rounding.
            Assert.Equal(none[i], ends.Mean(), (5 * ends.StandardDeviation() / Math.Sqrt(runs)) + 1e-13);
        }

        // The noise did something.
        Assert.Equal(antithetic, Math.Abs(noisy[0][0] - none[0]) < 1e-12);

        static double[] Descend(Regularizer regularizer, ulong seed)
        {
            var options = new TrainingOptions { BatchSize = Train.Count, Epochs = Epochs, Seed = seed, Regularizer = regularizer };
            return Run(options, new Sgd<double>(LinearNetworkDouble.ParameterCount, 0.05));
        }
    }

    private static double[] Run(TrainingOptions options, IOptimizer<double> optimizer)
    {
        LinearNetworkDouble network = LinearNetworkDouble.Create(seed: 1);
        new Trainer<LinearNetworkDouble, double>(network, optimizer, options)
            .Train(Train.Inputs, Train.Targets, cancellationToken: TestContext.Current.CancellationToken);
        return network.Parameters.ToArray();
    }
}
