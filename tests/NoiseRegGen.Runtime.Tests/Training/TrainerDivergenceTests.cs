using System;
using NoiseRegGen.Runtime.Tests.Training.Models;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Training;

public class TrainerDivergenceTests
{
    [Fact]
    public void Too_large_a_learning_rate_ends_in_one_clear_exception_and_finite_parameters()
    {
        double[] x = Numbers.Normals<double>(1, 30), y = Numbers.Normals<double>(2, 20);
        LinearModel model = LinearModel.Create(9);
        Trainer<LinearModel, double> trainer = new(
            model, new Sgd<double>(8, learningRate: 1e30), new TrainingOptions { Epochs = 100, BatchSize = 10 });
        TrainingDivergedException exception = Assert.Throws<TrainingDivergedException>(
            () => trainer.Train(x, y, cancellationToken: Numbers.Stop));
        Assert.True(exception.Step > 1);
        Assert.Equal(trainer.StepCount, exception.Step);
        Assert.False(double.IsFinite(exception.Loss) && double.IsFinite(exception.GradientNorm));
        // The parameters kept still have a loss.
        Assert.True(double.IsFinite(Evaluation.Loss<LinearModel, double>(model, x, y, LinearModel.CreateWorkspace())));
    }

    [Fact]
    public void Data_that_are_not_finite_leave_the_first_parameters_as_they_were()
    {
        double[] x = Numbers.Normals<double>(1, 30), y = Numbers.Normals<double>(2, 20);
        y[7] = double.NaN;
        LinearModel model = LinearModel.Create(9);
        TrainingDivergedException exception = Assert.Throws<TrainingDivergedException>(
            () => TrainerTests.Create(model, new TrainingOptions()).Train(x, y, cancellationToken: Numbers.Stop));
        Assert.Equal(0, exception.Step);
        Assert.Contains("step 0", exception.Message, StringComparison.Ordinal);
        Assert.Equal(Numbers.Bits<double>(LinearModel.Create(9).Parameters), Numbers.Bits<double>(model.Parameters));
    }

    [Fact]
    public void A_last_step_into_infinity_is_noticed_and_undone()
    {
        double[] x = [1, 1, 1], y = [5, 5];
        LinearModel model = LinearModel.Create(9);
        Trainer<LinearModel, double> trainer = new(
            model, new Sgd<double>(8, learningRate: 1.7e308), new TrainingOptions { Epochs = 1 });
        Assert.Throws<TrainingDivergedException>(() => trainer.Train(x, y, cancellationToken: Numbers.Stop));
        Assert.Equal(Numbers.Bits<double>(LinearModel.Create(9).Parameters), Numbers.Bits<double>(model.Parameters));
    }
}
