using Xunit;

namespace NoiseRegGen.Runtime.Tests;

public class ContractTests
{
    [Fact]
    public void Hidden_layers_are_tanh_unless_said_otherwise() => Assert.Equal(Activation.Tanh, new MlpAttribute(1, 1).Hidden);
}
