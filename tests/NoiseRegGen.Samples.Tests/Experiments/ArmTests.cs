using System.Linq;
using CompareRegularizers.Experiments;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Experiments;

public class ArmTests
{
    private static readonly NetworkCost Friedman = NetworkCost.Of([10, 32, 32, 1]);

    [Fact]
    public void Keys_are_what_peoples_scripts_read() => Assert.Equal(
        ["none", "weight-decay", "weight-noise", "antithetic-noise", "batch-noise", "layer-noise", "gradient-penalty", "corrected-penalty"],
        Arm.All.Select(arm => arm.Key));

    [Fact]
    public void Each_arm_sets_the_regulariser_that_it_is_named_after()
    {
        Assert.Equal(Regularizer.None, Arm.None.RegularizerOf(0));
        Assert.Equal(Regularizer.WeightDecay(0.1), Arm.WeightDecay.RegularizerOf(0.1));
        Assert.Equal(Regularizer.WeightNoise(0.1), Arm.WeightNoise.RegularizerOf(0.1));
        Assert.Equal(Regularizer.WeightNoise(0.1, antithetic: true), Arm.AntitheticNoise.RegularizerOf(0.1));
        Assert.Equal(Regularizer.WeightNoise(0.1, NoiseSampling.PerBatch), Arm.BatchNoise.RegularizerOf(0.1));
        Assert.Equal(Regularizer.WeightNoise(0.1, NoiseSampling.LayerWise), Arm.LayerNoise.RegularizerOf(0.1));
        Assert.Equal(Regularizer.GradientPenalty(0.1), Arm.GradientPenalty.RegularizerOf(0.1));
        Assert.Equal(Regularizer.CorrectedPenalty(0.1), Arm.CorrectedPenalty.RegularizerOf(0.1));
    }

    [Fact]
    public void Costs_are_the_multiplications_that_the_theory_counts()
    {
        // F = 320 + 1024 + 32, F1 = 320, F2 = 1024; a plain step 3F - F1 = 3808.
        Assert.Equal(3808, Friedman.Plain);
        Assert.Equal(1, Arm.WeightNoise.RelativeCost(Friedman));
        Assert.Equal(2, Arm.AntitheticNoise.RelativeCost(Friedman));
        Assert.Equal(6976.0 / 3808, Arm.GradientPenalty.RelativeCost(Friedman));
        Assert.Equal((6976.0 + 3072) / 3808, Arm.CorrectedPenalty.RelativeCost(Friedman));
        // Three hidden layers of 8 on 8 inputs: F = 200, F1 = 64; 9F - 7F1 over 3F - F1.
        Assert.Equal(1352.0 / 536, Arm.CorrectedPenalty.RelativeCost(NetworkCost.Of([8, 8, 8, 8, 1])));
    }

    [Fact]
    public void At_equal_computation_a_dearer_step_means_fewer_epochs()
    {
        Assert.Equal(100, new Cell(Arm.GradientPenalty, 0.1, 0).EpochsOf(100, Friedman));
        // 100 x 3808 / 6976 = 54.6.
        Assert.Equal(55, new Cell(Arm.GradientPenalty, 0.1, 0, Budget.Compute).EpochsOf(100, Friedman));
        Assert.Equal(1, new Cell(Arm.GradientPenalty, 0.1, 0, Budget.Compute).EpochsOf(1, Friedman));
    }

    [Fact]
    public void Only_dearer_arms_run_again_at_equal_computation()
    {
        var settings = new ComparisonSettings
        {
            Arms = [Arm.None, Arm.WeightNoise, Arm.GradientPenalty],
            Etas = [0.1, 0.2],
            Repeats = 3,
            Budgets = [Budget.Steps, Budget.Compute],
            Epochs = 10,
            Batch = 10,
            LearningRate = 0.1,
            Seed = 1,
            GapEtas = [],
            GapDraws = 0,
        };
        Cell[] cells = [.. ExperimentPlan.Cells(settings, Friedman)];
        Assert.Equal(3 + 6 + 12, cells.Length);
        Assert.Equal(cells.Length, cells.Select(cell => cell.Key).Distinct().Count());
        Assert.All(cells.Where(cell => cell.Budget == Budget.Compute), cell => Assert.Equal(Arm.GradientPenalty, cell.Arm));
    }
}
