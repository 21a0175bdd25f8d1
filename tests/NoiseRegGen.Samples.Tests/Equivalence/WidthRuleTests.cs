using CompareRegularizers.Equivalence;
using CompareRegularizers.Networks;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Equivalence;

public class WidthRuleTests
{
    [Fact]
    public void The_width_is_that_of_the_widest_layer()
    {
        Assert.Equal(7, WidthRule.Width(new NetworkShape(20, [4, 7, 5], Activation.Tanh)));
        Assert.Equal(1, WidthRule.Width(new NetworkShape(20, [], Activation.Tanh)));
    }

    [Fact]
    public void The_reference_eta_is_the_largest_well_inside_the_rule()
    {
        Assert.Equal(1e-3, WidthRule.ReferenceEta([1e-4, 1e-3, 1e-2], width: 32));
        Assert.Equal(1e-4, WidthRule.ReferenceEta([1e-4, 1e-3, 1e-2], width: 4096));
    }
}
