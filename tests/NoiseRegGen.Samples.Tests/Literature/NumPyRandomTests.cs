using CompareRegularizers.Literature;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Literature;

public class NumPyRandomTests
{
    [Fact]
    public void Permutations_are_those_of_NumPy()
    {
        // numpy.random.seed(1), then permutation(10), permutation(10), permutation(7): NumPy 1.24.
        var random = new NumPyRandom(seed: 1);
        Assert.Equal([2, 9, 6, 4, 0, 3, 1, 7, 8, 5], random.Permutation(10));
        Assert.Equal([9, 5, 3, 0, 8, 4, 2, 1, 6, 7], random.Permutation(10));
        Assert.Equal([3, 6, 1, 0, 2, 5, 4], random.Permutation(7));
    }

    // The first six rows of the first split's training part, and the last six of the twentieth's test part. By NumPy; the training
    // parts agree with the indices that Gal and Ghahramani publish beside their programs.
    [Theory]
    [InlineData(308, new[] { 73, 304, 228, 238, 259, 164 }, new[] { 27, 68, 19, 75, 135, 290 })]
    [InlineData(768, new[] { 285, 101, 581, 352, 726, 472 }, new[] { 241, 518, 199, 260, 281, 316 })]
    [InlineData(1030, new[] { 339, 244, 882, 567, 923, 358 }, new[] { 237, 235, 264, 680, 658, 360 })]
    public void Twenty_permutations_give_the_published_splits(int rows, int[] first, int[] last)
    {
        var random = new NumPyRandom(seed: 1);
        int[] permutation = random.Permutation(rows);
        Assert.Equal(first, permutation[..6]);
        for (int split = 1; split < 20; split++)
            permutation = random.Permutation(rows);
        Assert.Equal(last, permutation[^6..]);
    }
}
