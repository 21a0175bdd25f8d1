using NoiseRegGen.Runtime.Tests.Training.Models;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Training;

[Collection(AllocationCollection.Name)]
public class TrainerAllocationTests
{
    [Theory]
    [MemberData(nameof(TrainerTests.Arms), MemberType = typeof(TrainerTests))]
    public void After_the_first_epoch_training_allocates_nothing_on_any_thread(string arm)
    {
        double[] x = Numbers.Normals<double>(1, 90), y = Numbers.Normals<double>(2, 60);
        using WorkerTeam team = new(2);
        TrainingOptions options = new()
        {
            BatchSize = 16,
            Epochs = int.MaxValue,
            ShardSize = 4,
            ClipNorm = 1,
            Schedule = LearningRateSchedule.Cosine,
            Regularizer = TrainerTests.Arm(arm),
        };
        Trainer<LinearModel, double> trainer = TrainerTests.Create(LinearModel.Create(9), options, team);
        Assert.Equal(0, AllocationCollection.FewestBytes(() =>
        {
            for (int epoch = 0; epoch < 20; epoch++)
                trainer.TrainEpoch(x, y, cancellationToken: Numbers.Stop);
        }));
    }
}
