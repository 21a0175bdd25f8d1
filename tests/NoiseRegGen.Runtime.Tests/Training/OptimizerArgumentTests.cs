using System;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Training;

public class OptimizerArgumentTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_learning_rate_must_be_finite_and_above_zero(double rate)
    {
        Assert.Equal("learningRate", Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd<float>(1, rate)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(1, rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdamW<float>(1, rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd<float>(1, 0.1).LearningRate = rate);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Momentum_and_betas_lie_below_one(double beta)
    {
        Assert.Equal("momentum", Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd<float>(1, 0.1, beta)).ParamName);
        Assert.Equal("beta1", Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(1, beta1: beta)).ParamName);
        Assert.Equal("beta2", Assert.Throws<ArgumentOutOfRangeException>(() => new AdamW<float>(1, beta2: beta)).ParamName);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1e-8)]
    [InlineData(double.NaN)]
    // Zero in single precision, so 0 / 0 for a parameter without a gradient.
    [InlineData(1e-60)]
    public void Epsilon_must_be_above_zero_in_the_number_type(double epsilon) =>
        Assert.Equal("epsilon", Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(1, epsilon: epsilon)).ParamName);

    [Fact]
    public void Weight_decay_must_not_be_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd<float>(1, 0.1, weightDecay: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdamW<float>(1, weightDecay: double.NaN));
    }

    [Fact]
    public void Nesterovs_form_needs_momentum() =>
        Assert.Equal("nesterov", Assert.Throws<ArgumentException>(() => new Sgd<float>(1, 0.1, nesterov: true)).ParamName);

    [Fact]
    public void There_is_at_least_one_parameter() =>
        Assert.Equal("parameterCount", Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<double>(0)).ParamName);

    [Fact]
    public void Lengths_must_agree()
    {
        Adam<double> adam = new(3);
        Assert.Equal("parameters", Assert.Throws<ArgumentException>(() => adam.Step(new double[2], new double[3])).ParamName);
        ArgumentException wrong = Assert.Throws<ArgumentException>(() => adam.Step(new double[3], new double[4]));
        Assert.Equal("gradient", wrong.ParamName);
        Assert.Contains("4", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("3", wrong.Message, StringComparison.Ordinal);
        Assert.Equal("state", Assert.Throws<ArgumentException>(() => adam.Restore(new double[3], 1)).ParamName);
        Assert.Equal("stepCount", Assert.Throws<ArgumentOutOfRangeException>(() => adam.Restore(new double[6], -1)).ParamName);
        Assert.Equal(0, adam.StepCount);
    }

    [Fact]
    public void The_gradient_is_not_part_of_the_parameters()
    {
        double[] both = new double[5];
        Assert.Throws<ArgumentException>(() => new Adam<double>(3).Step(both.AsSpan(0, 3), both.AsSpan(2, 3)));
    }
}
