using System;
using NoiseRegGen.Runtime.Tests.Training.Models;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Training;

public class EvaluationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(128)]
    [InlineData(300)]
    public void The_mean_squared_error_is_that_of_the_outputs(int rows)
    {
        LinearModel model = LinearModel.Create(4);
        double[] x = Numbers.Normals<double>(1, rows * 3), y = Numbers.Normals<double>(2, rows * 2), output = new double[rows * 2];
        model.Forward(x, output);
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
            sum += (output[i] - y[i]) * (output[i] - y[i]);
        MlpWorkspace<double> workspace = LinearModel.CreateWorkspace();
        // Sums of at most 600 positive terms in two orders: relative difference below 2 x 600 u = 1.4e-13.
        Assert.InRange(Evaluation.MeanSquaredError(model, x, y, workspace) / (sum / (2 * rows)), 1 - 1.4e-13, 1 + 1.4e-13);
        Assert.InRange(Evaluation.Loss(model, x, y, workspace) / (sum / rows), 1 - 1.4e-13, 1 + 1.4e-13);
        Assert.InRange(Evaluation.RootMeanSquaredError(model, x, y, workspace) / Math.Sqrt(sum / (2 * rows)), 1 - 1.4e-13, 1 + 1.4e-13);
    }

    [Fact]
    public void Tables_that_do_not_fit_are_named()
    {
        LinearModel model = LinearModel.Create(4);
        MlpWorkspace<double> workspace = LinearModel.CreateWorkspace();
        Assert.Equal("x", Assert.Throws<ArgumentException>(
            () => Evaluation.MeanSquaredError<LinearModel, double>(model, new double[4], new double[2], workspace)).ParamName);
        Assert.Equal("y", Assert.Throws<ArgumentException>(
            () => Evaluation.MeanSquaredError<LinearModel, double>(model, new double[3], new double[3], workspace)).ParamName);
    }
}
