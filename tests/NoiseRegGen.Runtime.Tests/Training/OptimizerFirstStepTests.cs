using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Training;

/// <summary>Steps short enough to do by hand. Fifteen digits: a rounding or two of numbers below 1.</summary>
public class OptimizerFirstStepTests
{
    [Fact]
    public void Momentum_adds_up_the_gradients()
    {
        double[] w = [0];
        Sgd<double> sgd = new(1, learningRate: 0.5, momentum: 0.5);
        sgd.Step(w, [1]);
        Assert.Equal(-0.5, w[0], 15);
        // v = 0.5 x 1 + 1.
        sgd.Step(w, [1]);
        Assert.Equal(-1.25, w[0], 15);
    }

    [Fact]
    public void Nesterovs_form_looks_one_momentum_ahead()
    {
        double[] w = [0];
        Sgd<double> sgd = new(1, learningRate: 0.5, momentum: 0.5, nesterov: true);
        // g + mu v = 1 + 0.5 x 1.
        sgd.Step(w, [1]);
        Assert.Equal(-0.75, w[0], 15);
        // v = 1.5, g + mu v = 1.75.
        sgd.Step(w, [1]);
        Assert.Equal(-1.625, w[0], 15);
    }

    [Fact]
    public void Weight_decay_of_sgd_enters_the_gradient()
    {
        double[] w = [2];
        new Sgd<double>(1, learningRate: 0.5, weightDecay: 0.25).Step(w, [1]);
        Assert.Equal(2 - (0.5 * (1 + 0.5)), w[0], 15);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-0.02)]
    public void The_first_step_of_adam_is_the_learning_rate_against_the_gradients_sign(double g)
    {
        // The corrections undo the betas: m / (1 - beta1) = g, v / (1 - beta2) = g^2.
        double[] w = [0.5];
        new Adam<double>(1, learningRate: 0.1, epsilon: 1e-8).Step(w, [g]);
        Assert.Equal(0.5 - (0.1 * g / (System.Math.Abs(g) + 1e-8)), w[0], 14);
    }

    [Fact]
    public void A_zero_gradient_moves_adamw_by_the_decay_alone()
    {
        double[] w = [2];
        new AdamW<double>(1, learningRate: 0.1, weightDecay: 0.5).Step(w, [0]);
        Assert.Equal(2 * (1 - (0.1 * 0.5)), w[0], 15);
    }

    [Fact]
    public void Adam_without_a_gradient_does_not_move()
    {
        float[] w = [2];
        new Adam<float>(1).Step(w, [0]);
        Assert.Equal(2f, w[0]);
    }
}
