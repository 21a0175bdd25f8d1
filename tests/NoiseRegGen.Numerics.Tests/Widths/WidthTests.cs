using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using NoiseRegGen.Tests.Shared;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Widths;

/// <summary>The tests of this project again, with vectors of another width and without fused multiply-add in hardware.</summary>
[Trait("Suite", "slow")]
public class WidthTests
{
    // Without fused multiply-add in hardware: what compares every operation with truths of other systems and closed forms, but for the
    // simulation of the noisy loss (millions of products), and what compares bits.
    private static readonly string[] Essentials =
    [
        "--filter-class", "*.OracleTests", "*.ReferenceOracleTests", "*.ClosedFormTests", "*.NetworkClosedFormTests", "*.KinkTests", "*.NoiseIndexTests", "*.ProcessorSettingTests",
        "--filter-not-method", "*simulation",
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

    // Fused multiply-add rounds once by definition, wherever it is computed; every other operation is correctly rounded too (IEEE 754).
    [Fact]
    public async Task Software_fused_multiply_add_gives_the_same_bits() =>
        Assert.Equal(await Bits("Vectors of 128 bits"), await Bits("No AVX2"));

    // An example is a lane, and its sums run over the units in index order: the width decides only which examples are beside it. Sums over the batch
    // add lanes at their end, as many as there are and, without any intrinsics, in another order.
    [Theory]
    [InlineData("Vectors of 128 bits")]
    [InlineData("Vectors of 512 bits")]
    [InlineData("No hardware intrinsics")]
    public async Task What_is_computed_for_each_example_has_the_same_bits_with(string setting)
    {
        string[] here = [.. BitReport.Lines().Where(IsOfEachExample)];
        Assert.NotEmpty(here);
        Assert.Equal(here, (await Bits(setting)).Where(IsOfEachExample));
    }

    private static bool IsOfEachExample(string line) => line.StartsWith(BitReport.EachExample, StringComparison.Ordinal);

    private static async Task<string[]> Bits(string setting)
    {
        TestProcess run = await ProcessorSetting.Run(setting, "--explicit", "only", "--filter-class", "*.BitReport");
        IEnumerable<string> lines = run.Output.Split('\n').Select(line => line[(line.IndexOf("] ", StringComparison.Ordinal) + 1)..].Trim());
        string[] report = [.. lines.Where(line => line.StartsWith(BitReport.EachExample, StringComparison.Ordinal) || line.StartsWith(BitReport.WholeBatch, StringComparison.Ordinal))];
        Assert.NotEmpty(report);
        return report;
    }
}
