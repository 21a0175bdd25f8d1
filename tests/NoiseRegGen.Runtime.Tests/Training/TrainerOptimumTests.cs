using System;
using MathNet.Numerics.LinearAlgebra;
using NoiseRegGen.Runtime.Tests.Training.Models;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Training;

/// <summary>Training ends where closed forms say.</summary>
public class TrainerOptimumTests
{
    // Ridge regression with a free bias: ((2/n) Xc'Xc + lambda I) W' = (2/n) Xc'Yc on centred data, b = mean y - W mean x.
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Weight_decay_ends_at_the_ridge_solution(double lambda)
    {
        const int Rows = 40;
        double[] x = Numbers.Normals<double>(1, Rows * 3), y = Numbers.Normals<double>(2, Rows * 2);
        LinearModel model = LinearModel.Create(9);
        TrainingOptions options = new() { BatchSize = Rows, Epochs = 2000, Regularizer = Regularizer.WeightDecay(lambda) };
        Trainer<LinearModel, double> trainer = new(model, new Sgd<double>(8, 0.1), options);
        TrainingResult result = trainer.Train(x, y, cancellationToken: Numbers.Stop);

        Matrix<double> xs = Matrix<double>.Build.DenseOfRowMajor(Rows, 3, x), ys = Matrix<double>.Build.DenseOfRowMajor(Rows, 2, y);
        Vector<double> xMean = xs.ColumnSums() / Rows, yMean = ys.ColumnSums() / Rows;
        Matrix<double> xc = xs - (Vector<double>.Build.Dense(Rows, 1).ToColumnMatrix() * xMean.ToRowMatrix());
        Matrix<double> left = (2.0 / Rows * xc.TransposeThisAndMultiply(xc)) + (lambda * Matrix<double>.Build.DenseIdentity(3));
        Matrix<double> w = left.Solve(2.0 / Rows * xc.TransposeThisAndMultiply(ys)).Transpose();
        Vector<double> b = yMean - (w * xMean);
        // The smallest curvature is that of standard normal columns, above 0.5: 0.95^2000 = 0, so rounding alone is left.
        for (int k = 0; k < 2; k++)
        {
            for (int i = 0; i < 3; i++)
                Assert.Equal(w[k, i], model.Weights(0)[(3 * k) + i], 12);
            Assert.Equal(b[k], model.Biases(0)[k], 12);
        }
        Assert.Equal(w.FrobeniusNorm() * w.FrobeniusNorm() / 2, result.Penalty, 12);
    }

    // yhat = w2 w1 x on x = +-1, y = s x: J + eta P = (s - c)^2 + eta (2 w2^2 + w1^2 + 1) with c = w1 w2, and 2 w2^2 + w1^2 >= 2 sqrt2 |c|,
    // so c = s - sqrt2 eta: the soft threshold of a two-parameter product. Biases are zero by symmetry.
    private static double SoftThreshold(double eta) => 1 - (Math.Sqrt(2) * eta);

    private static double Product(ChainModel model) => (double)model.Parameters[0] * model.Parameters[2];

    private static ChainModel Train(ulong seed, TrainingOptions options, double learningRate, int rows)
    {
        float[] x = new float[rows];
        for (int i = 0; i < rows; i++)
            x[i] = 1 - (2 * (i % 2));
        ChainModel model = ChainModel.Create([1.5f, 0.25f, 0.5f, -0.25f]);
        Trainer<ChainModel, float> trainer = new(model, new Sgd<float>(4, learningRate), options with { Seed = seed });
        trainer.Train(x, x, cancellationToken: Numbers.Stop);
        return model;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    [InlineData(0.2)]
    public void The_gradient_penalty_ends_at_the_soft_threshold(double eta)
    {
        TrainingOptions options = new() { BatchSize = 2, Epochs = 4000, Regularizer = Regularizer.GradientPenalty(eta) };
        ChainModel model = Train(1, options, 0.05, rows: 2);
        // Single precision stops moving where a step falls below half a unit in the last place: rate x gradient < 2^-25, a gradient of
        // 6e-7; over a curvature of at least 2 eta x sqrt2 (0.14) that is 4e-6, in each of two factors near 1. Without a penalty the
        // curvature along c is 2 (w1^2 + w2^2) > 2.
        Assert.InRange(Product(model) - SoftThreshold(eta), -1e-5, 1e-5);
    }

    // (s - c)^2 + (lambda / 2) (w1^2 + w2^2) with w1^2 + w2^2 >= 2 |c|: c = s - lambda / 2, and biases are free.
    [Fact]
    public void Weight_decay_of_two_layers_ends_at_its_soft_threshold()
    {
        TrainingOptions options = new() { BatchSize = 2, Epochs = 4000, Regularizer = Regularizer.WeightDecay(0.2) };
        ChainModel model = Train(1, options, 0.05, rows: 2);
        // As above, with a curvature of at least 2 lambda along w1 - w2.
        Assert.InRange(Product(model) - 0.9, -1e-5, 1e-5);
        // The output at x = 0: a decayed bias b2 would still vanish, a bias in the place of w2 would not leave w1 = w2 behind.
        Assert.InRange(model.Parameters[0] - model.Parameters[2], -1e-5, 1e-5);
    }

    // The noisy objective of the chain is J + eta P + eta^2 (x^2 + 1) exactly (theory: one hidden layer, deep linear): the same optimum.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Weight_noise_ends_at_the_same_soft_threshold_on_average(bool antithetic)
    {
        const double Eta = 0.05;
        const int Seeds = 12;
        TrainingOptions options = new()
        {
            BatchSize = 32,
            Epochs = 1500,
            Regularizer = Regularizer.WeightNoise(Eta, antithetic: antithetic),
            Schedule = LearningRateSchedule.Linear,
        };
        double sum = 0, squares = 0;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            double c = Product(Train(seed, options, 0.05, rows: 32));
            sum += c;
            squares += c * c;
        }
        double mean = sum / Seeds, standardError = Math.Sqrt(((squares / Seeds) - (mean * mean)) / (Seeds - 1));
        // The threshold moves the product by 0.0707: the estimate must resolve a tenth of that, and agree within four standard errors
        // (Student's t with 11 degrees of freedom: beyond that with probability 0.2 %, for fixed seeds once and for all).
        Assert.InRange(standardError, 1e-6, 0.007);
        Assert.InRange(mean - SoftThreshold(Eta), -4 * standardError, 4 * standardError);
    }
}
