using System.Linq;
using CsCheck;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Passes;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Properties;

/// <summary>Random parameters, data and batch sizes, of sizes far from one as well, against the reference.</summary>
public class RandomDataTests
{
    private static readonly string[] Names = TestNetworks.All.Where(network => network.Shape.ParameterCount <= 300).Select(network => network.Name).ToArray();

    // Parameters and inputs up to 30 times their usual size saturate what can saturate.
    private static readonly Gen<(string Name, int Batch, int Seed, double Weights, double Data)> Questions =
        Gen.Select(Gen.OneOf(Names), Gen.Int[1, 40], Gen.Int[0, 100_000], Gen.OneOf(0.05, 1, 1, 3), Gen.OneOf(0.01, 1, 1, 30));

    [Fact]
    public void All_passes_agree_with_the_reference() => Questions.Sample(
        question =>
        {
            TestNetwork network = TestNetworks.Get(question.Name);
            var asked = new Question(network, question.Batch, question.Seed, question.Weights, question.Data);
            AllPasses.Agree(asked, network.Create(asked.Parameters));
        },
        iter: 150,
        threads: 1);
}
