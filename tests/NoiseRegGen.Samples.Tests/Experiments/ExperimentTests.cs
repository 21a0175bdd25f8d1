using System.Threading;
using CompareRegularizers.Data;
using CompareRegularizers.Experiments;
using CompareRegularizers.Networks;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Experiments;

public class ExperimentTests
{
    private static readonly IDataSource Data = new Friedman1(60, 40, 200);

    private static readonly ComparisonSettings Settings = new()
    {
        Etas = [0.01],
        Repeats = 1,
        Epochs = 40,
        Batch = 16,
        LearningRate = 0.01,
        Seed = 9,
        GapEtas = [],
        GapDraws = 0,
    };

    private static readonly Experiment<FriedmanNetwork, float, FriedmanNetworkDouble> Friedman = new(Data, Settings);
    private static readonly Experiment<LinearNetwork, float, LinearNetworkDouble> Linear = new(Data, Settings);

    [Fact]
    public void Arms_of_a_repeat_share_data_first_weights_and_batches()
    {
        // Noise without variance is no noise, bit for bit: any other difference between the arms would show.
        CellResult none = Run(Friedman, Arm.None, 0), noise = Run(Friedman, Arm.WeightNoise, 0);
        Assert.Equal(Errors(none), Errors(noise));
        Assert.Equal(none.Predictions, noise.Predictions);
        // The penalty's sweep adds the same numbers in another order; forty epochs in single precision make of it what they like,
        // but not more than this part of an error of order 1.
        Assert.Equal(none.TestRmse, Run(Friedman, Arm.GradientPenalty, 0).TestRmse, 0.01);
    }

    [Fact]
    public void The_penalty_has_no_effect_on_a_linear_network()
    {
        // P = |x|^2 + 1 whatever the weights; what is left is rounding in single precision over 160 steps.
        CellResult none = Run(Linear, Arm.None, 0), penalty = Run(Linear, Arm.GradientPenalty, 0.1);
        Assert.Equal(none.TrainRmse, penalty.TrainRmse, 1e-4);
        Assert.Equal(none.Penalty, penalty.Penalty);
    }

    [Fact]
    public void Both_regularisers_shrink_the_gradient_of_a_tanh_network()
    {
        double none = Run(Friedman, Arm.None, 0).Penalty;
        Assert.InRange(Run(Friedman, Arm.WeightNoise, 0.05).Penalty, 1, 0.9 * none);
        Assert.InRange(Run(Friedman, Arm.GradientPenalty, 0.05).Penalty, 1, 0.9 * none);
    }

    [Fact]
    public void A_training_that_diverges_is_a_result_and_not_an_end()
    {
        var wild = new Experiment<LinearNetwork, float, LinearNetworkDouble>(Data, Settings with { LearningRate = 1e30 });
        Assert.True(double.IsNaN(Run(wild, Arm.None, 0).TestRmse));
    }

    [Fact]
    public void What_is_measured_on_a_linear_network_is_what_its_weights_say()
    {
        CellResult result = Run(Linear, Arm.None, 0);
        PreparedRepeat<float> data = PreparedRepeat<float>.Of(RepeatData.Prepare(Data, Settings.Seed, 0));
        LinearNetwork network = LinearNetwork.Create(RandomStream.Seed(Settings.Seed, 0, RandomStream.Purpose.Initialisation));
        CellResult untrained = new NetworkEvaluation<LinearNetwork, float>(network, data, Settings, seed: 3)
            .Evaluate(new Cell(Arm.None, 0, 0));
        double squares = 0;
        foreach (float weight in network.Weights(0))
            squares += weight * weight;
        // grad_x yhat = w for every x; a sum of 10 squares in single precision.
        Assert.Equal(squares, untrained.InputGradient, 1e-5 * squares);
        // No second derivative: T = 0.
        Assert.Equal(0, untrained.ResidualLaplacian);
        Assert.Equal(200, result.Predictions.Length);
        Assert.NotEqual(untrained.Predictions, result.Predictions);
        // Noise of variance eta adds eta (||x||^2 + 1) to the squared error, on average eta times 11 in standardised units; over
        // 4 x 200 draws of relative standard deviation below sqrt 2 + the cross term, within five standard errors.
        double added = Square(untrained.NoisyTestRmse[^1]) - Square(untrained.TestRmse);
        double expected = 0.1 * 11 * Square(data.Data.TargetDeviation);
        Assert.InRange(added, expected * 0.5, expected * 1.5);
        static double Square(double x) => x * x;
    }

    private static (double, double, double, double) Errors(CellResult r) => (r.TrainRmse, r.ValidationRmse, r.TestRmse, r.Penalty);

    private static CellResult Run(IExperiment experiment, Arm arm, double eta) =>
        experiment.Run(new Cell(arm, eta, Repeat: 0), CancellationToken.None).Result;
}
