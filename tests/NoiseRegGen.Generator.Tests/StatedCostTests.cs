using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text.RegularExpressions;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Generator.Tests;

/// <summary>The figures in the remarks of a generated class are those of the code below them: counted in a run, or read off the real objects.</summary>
public class StatedCostTests
{
    // All layers but the last have units in multiples of 32, or a few more that are inner products, so that no vector over inputs is partly idle at any vector
    // width; the batch is of whole panels.
    public static TheoryData<string> Networks =>
    [
        "32, 1",
        "32, 64, 1",
        "32, 64, 32, 3",
        "64, 32, 32, 64, 2, Hidden = Activation.Gelu, Output = Activation.Sigmoid",
        "32, 32, 32, 1, Hidden = Activation.Relu",
        "32, 64, 32, 32, 5, Activations = [Activation.Identity, Activation.Softplus, Activation.Relu, Activation.Sin], Precision = Precision.Double",
        "32, 64, 32, 32, 2, Laplacian = LaplacianMethod.Exact",
        "32, 64, 32, 32, 2, Laplacian = LaplacianMethod.Probe",
        "32, 96, 96, 1",
        "33, 32, 34, 5",
        "32, 32, 64, 32, 32, 1, Hidden = Activation.Relu, Output = Activation.Sigmoid, Laplacian = LaplacianMethod.Exact",
        "32, 4, Output = Activation.Sigmoid",
        "32, 64, 128, 1, Precision = Precision.Double",
    ];

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_flops_of_each_pass_are_those_that_the_emitted_code_does_and_the_memory_is_that_of_a_real_workspace(string arguments)
    {
        var network = new CountedNetwork(arguments);
        Assert.All(
            ["Forward", "Gradient", "NoisyGradient", "SquaredGradientNorms", "PenalizedGradient", "Laplacians", "ExpandNoise", "CorrectedGradient"],
            operation => Assert.Equal(network.Stated(operation), network.FlopsOf(operation)));
        long rows = Bytes(network.Remarks, @"A workspace has (?<bytes>[\d,]+)\s");
        long columns = Bytes(network.Remarks, @"Behind\s(///\s)?them\s(///\s)?it\s(///\s)?has\s(///\s)?(?<bytes>[\d,]+)\s");
        Assert.Equal((rows * Vector<byte>.Count * 8 / 256) + columns, network.WorkspaceBytes);
    }

    private static long Bytes(string remarks, string pattern) =>
        Regex.Match(remarks, pattern) is { Success: true } match ? long.Parse(match.Groups["bytes"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 0;

    [Theory]
    [InlineData("8, 64, 3", "1 9 x 6 + 2 x 5 2 x 4")]
    [InlineData("8, 64, 3", "2 1 x 3, sums in 2 parts 9 x 6 + 2 x 5")]
    public void The_tiles_cover_all_rows(string arguments, string row)
    {
        string remarks = GeneratorRun.Of($"using NoiseRegGen; [Mlp({arguments})] public sealed partial class N;").Files[0].SourceText.ToString();
        Assert.Contains("/// " + row, Regex.Replace(remarks, " +", " "));
    }

    [Fact]
    public void The_number_of_parameters_in_the_summary_is_the_constant_s() => Assert.All(
        Networks.Select(static row => row.Data),
        static arguments =>
        {
            string remarks = GeneratorRun.Of($"using NoiseRegGen; [Mlp({arguments})] public sealed partial class N;").Files[0].SourceText.ToString();
            string constant = Regex.Match(remarks, @"const int ParameterCount = (?<n>\d+);").Groups["n"].Value;
            Assert.Contains($" and {constant} parameters in ", Regex.Replace(remarks, @"\s+(///)?\s*", " "));
        });
}
