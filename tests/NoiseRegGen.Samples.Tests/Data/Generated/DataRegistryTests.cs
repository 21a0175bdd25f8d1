using System;
using System.Linq;
using CompareRegularizers.Data;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Data;

public class DataRegistryTests
{
    public static TheoryData<string> Keys => [.. DataRegistry.All.Select(data => data.Key)];

    [Fact]
    public void All_data_of_the_design_are_there() =>
        Assert.Equal(["friedman1", "friedman2", "friedman3", "sine", "teacher", "linear"], DataRegistry.All.Select(data => data.Key));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_kind_has_three_parts_of_the_shape_that_it_says(string key)
    {
        GeneratedSource source = DataRegistry.Find(key)!.Open();
        Split split = source.Draw(seed: 1, repeat: 0);
        Assert.Equal((source.TrainCount, 200, 5000), (split.Train.Count, split.Validation.Count, split.Test.Count));
        foreach (Part part in (Part[])[split.Train, split.Validation, split.Test])
        {
            Assert.Equal(part.Count * source.InputCount, part.Inputs.Length);
            Assert.All(part.Inputs.Concat(part.Targets), value => Assert.True(double.IsFinite(value)));
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_repeat_is_drawn_again_the_same_and_another_one_differently(string key)
    {
        GeneratedSource source = DataRegistry.Find(key)!.Open();
        Split split = source.Draw(1, 3);
        Assert.Equal(split.Train.Targets, source.Draw(1, 3).Train.Targets);
        Assert.Equal(split.Test.Inputs, source.Draw(1, 3).Test.Inputs);
        Assert.NotEqual(split.Train.Targets, source.Draw(1, 4).Train.Targets);
        Assert.NotEqual(split.Train.Targets, source.Draw(2, 3).Train.Targets);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Number_and_noise_can_be_told(string key)
    {
        GeneratedSource source = DataRegistry.Find(key.ToUpperInvariant())!.Open(trainCount: 37, noise: 0.25);
        Assert.Equal((37, 0.25), (source.TrainCount, source.Noise));
        Assert.Equal(37, source.Draw(1, 0).Train.Count);
    }

    [Fact]
    public void An_unknown_name_is_none() => Assert.Null(DataRegistry.Find("friedman4"));
}
