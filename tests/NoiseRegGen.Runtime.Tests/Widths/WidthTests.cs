using System.Threading.Tasks;
using NoiseRegGen.Tests.Shared;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Widths;

/// <summary>The tests of this project again, with vectors of another width and without fused multiply-add in hardware.</summary>
[Trait("Suite", "slow")]
public class WidthTests
{
    // Random numbers and their published answers, and the recorded bits of every vector function.
    private static readonly string[] Essentials =
    [
        "--filter-class", "*.BitIdentityTests", "*.Philox4x32Tests", "*.CounterRandomTests", "*.NormalNoiseMapTests", "*.NormalNoisePurityTests", "*.SpecialValueTests",
        "*.LaneBlocksTests", "*.OptimizerFirstStepTests", "*.ProcessorSettingTests",
    ];

    [Theory]
    [MemberData(nameof(ProcessorSetting.Widths), MemberType = typeof(ProcessorSetting))]
    public async Task All_tests_pass_with(string setting)
    {
        TestProcess run = await ProcessorSetting.Run(setting, "--filter-not-trait", "Suite=slow");
        Assert.Contains(ProcessorSetting.Expected(setting), run.Output);
    }

    [Theory]
    [MemberData(nameof(ProcessorSetting.Software), MemberType = typeof(ProcessorSetting))]
    public async Task The_essential_tests_pass_with(string setting)
    {
        TestProcess run = await ProcessorSetting.Run(setting, Essentials);
        Assert.Contains(ProcessorSetting.Expected(setting), run.Output);
    }
}
