using System;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Training;

public class TrainingOptionsTests
{
    private static void Refuses(string name, Func<TrainingOptions> options) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(options).ParamName);

    [Fact]
    public void Values_out_of_range_are_refused_by_name()
    {
        Refuses("BatchSize", () => new TrainingOptions { BatchSize = 0 });
        Refuses("Epochs", () => new TrainingOptions { Epochs = 0 });
        Refuses("ShardSize", () => new TrainingOptions { ShardSize = 0 });
        Refuses("ClipNorm", () => new TrainingOptions { ClipNorm = 0 });
        Refuses("ClipNorm", () => new TrainingOptions { ClipNorm = double.NaN });
        Refuses("EtaWarmUpFraction", () => new TrainingOptions { EtaWarmUpFraction = 1.1 });
        Refuses("EtaWarmUpFraction", () => new TrainingOptions { EtaWarmUpFraction = double.NaN });
        Refuses("Schedule", () => new TrainingOptions { Schedule = (LearningRateSchedule)3 });
    }

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_strength_is_finite_and_not_negative(double strength)
    {
        Assert.Equal("lambda", Assert.Throws<ArgumentOutOfRangeException>(() => Regularizer.WeightDecay(strength)).ParamName);
        Assert.Equal("eta", Assert.Throws<ArgumentOutOfRangeException>(() => Regularizer.WeightNoise(strength)).ParamName);
        Assert.Equal("eta", Assert.Throws<ArgumentOutOfRangeException>(() => Regularizer.GradientPenalty(strength)).ParamName);
    }

    [Fact]
    public void No_regulariser_is_the_default() => Assert.Equal(Regularizer.None, new TrainingOptions().Regularizer);

    [Fact]
    public void An_undefined_sampling_is_refused() =>
        Assert.Equal("sampling", Assert.Throws<ArgumentOutOfRangeException>(() => Regularizer.WeightNoise(1, (NoiseSampling)9)).ParamName);

    [Fact]
    public void Regularisers_are_values()
    {
        Regularizer noise = Regularizer.WeightNoise(0.1, NoiseSampling.PerBatch, antithetic: true);
        Assert.Equal(noise, Regularizer.WeightNoise(0.1, NoiseSampling.PerBatch, antithetic: true));
        Assert.NotEqual(noise, Regularizer.WeightNoise(0.1, NoiseSampling.PerBatch));
        Assert.NotEqual(Regularizer.WeightDecay(0.1), Regularizer.GradientPenalty(0.1));
    }
}
