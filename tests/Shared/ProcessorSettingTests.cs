using System;
using Xunit;

namespace NoiseRegGen.Tests.Shared;

/// <summary>Says which vectors the tests ran with, and that they are those that were asked for.</summary>
public class ProcessorSettingTests
{
    [Fact]
    public void The_tests_run_with_the_vectors_that_were_asked_for()
    {
        TestContext.Current.TestOutputHelper!.WriteLine($"The tests run with {ProcessorSetting.Found}.");
        if (Environment.GetEnvironmentVariable(ProcessorSetting.Variable) is { } setting)
            Assert.Equal(ProcessorSetting.Expected(setting), ProcessorSetting.Found);
    }
}
