using CompareRegularizers.Equivalence;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Equivalence;

public class CheckpointPlanTests
{
    [Theory]
    [InlineData(1000, 5, new[] { 0, 1, 10, 100, 1000 })]
    [InlineData(3, 10, new[] { 0, 1, 2, 3 })]
    [InlineData(1, 4, new[] { 0, 1 })]
    public void Training_is_looked_at_densely_at_its_start_and_at_its_end(int epochs, int count, int[] expected) =>
        Assert.Equal(expected, CheckpointPlan.Epochs(epochs, count));
}
