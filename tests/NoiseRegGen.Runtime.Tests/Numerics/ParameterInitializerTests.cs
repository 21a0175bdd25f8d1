using System;
using NoiseRegGen.Numerics;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Numerics;

public class ParameterInitializerTests
{
    private const int Inputs = 400;
    private const int Outputs = 100;

    [Theory]
    [InlineData(Activation.Identity, 2.0 / 500)]
    [InlineData(Activation.Tanh, 2.0 / 500)]
    [InlineData(Activation.Sigmoid, 2.0 / 500)]
    [InlineData(Activation.Softsign, 2.0 / 500)]
    [InlineData(Activation.Sin, 2.0 / 500)]
    [InlineData(Activation.Relu, 2.0 / 400)]
    [InlineData(Activation.LeakyRelu, 2.0 / 400)]
    [InlineData(Activation.Elu, 2.0 / 400)]
    [InlineData(Activation.Softplus, 2.0 / 400)]
    [InlineData(Activation.Silu, 2.0 / 400)]
    [InlineData(Activation.Gelu, 2.0 / 400)]
    public void Weights_have_mean_zero_and_the_documented_variance(Activation activation, double variance)
    {
        float[] singles = new float[Inputs * Outputs];
        double[] doubles = new double[Inputs * Outputs];
        ParameterInitializer.Fill(singles, Inputs, Outputs, activation, 1, 0);
        ParameterInitializer.Fill(doubles, Inputs, Outputs, activation, 1, 0);
        AssertMoments(Array.ConvertAll(singles, w => (double)w), variance);
        AssertMoments(doubles, variance);
    }

    [Fact]
    public void Every_activation_has_a_variance()
    {
        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            ParameterInitializer.Fill(new float[1], 1, 1, activation, 0, 0);
        }
    }

    [Fact]
    public void The_same_arguments_give_the_same_weights_and_other_layers_and_seeds_others()
    {
        double[] weights = Filled(3, 1);
        Assert.Equal(weights, Filled(3, 1));
        Assert.NotEqual(weights, Filled(3, 2));
        Assert.NotEqual(weights, Filled(4, 1));
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => ParameterInitializer.Fill(new float[5], 2, 3, Activation.Tanh, 0, 0)).ParamName);
        Assert.Equal("inputs", Assert.Throws<ArgumentOutOfRangeException>(() => ParameterInitializer.Fill(new float[0], 0, 3, Activation.Tanh, 0, 0)).ParamName);
        Assert.Equal("outputs", Assert.Throws<ArgumentOutOfRangeException>(() => ParameterInitializer.Fill(new float[0], 2, -3, Activation.Tanh, 0, 0)).ParamName);
        Assert.Equal("layer", Assert.Throws<ArgumentOutOfRangeException>(() => ParameterInitializer.Fill(new float[6], 2, 3, Activation.Tanh, 0, 65536)).ParamName);
        Assert.Equal("activation", Assert.Throws<ArgumentOutOfRangeException>(() => ParameterInitializer.Fill(new float[6], 2, 3, (Activation)99, 0, 0)).ParamName);
    }

    /// <summary>Within 5 standard errors: of the mean sqrt(v / n), of the second moment v sqrt(2 / n).</summary>
    private static void AssertMoments(double[] weights, double variance)
    {
        double mean = 0, square = 0;
        foreach (double weight in weights)
        {
            mean += weight / weights.Length;
            square += weight * weight / weights.Length;
        }

        Assert.Equal(0, mean, 5 * Math.Sqrt(variance / weights.Length));
        Assert.Equal(variance, square, 5 * variance * Math.Sqrt(2.0 / weights.Length));
    }

    private static double[] Filled(ulong seed, int layer)
    {
        double[] weights = new double[70];
        ParameterInitializer.Fill(weights, 7, 10, Activation.Tanh, seed, layer);
        return weights;
    }
}
