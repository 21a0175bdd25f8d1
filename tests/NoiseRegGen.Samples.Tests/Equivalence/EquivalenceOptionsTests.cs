using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Commands.Syntax;
using CompareRegularizers.Data;
using CompareRegularizers.Equivalence;
using CompareRegularizers.Networks;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Equivalence;

public class EquivalenceOptionsTests
{
    private static readonly EquivalenceOptions Options = new()
    {
        Data = new DataChoice(),
        Network = new NetworkChoice([5, 5], [Activation.Tanh], Precision.Single),
        Out = "out",
    };

    [Fact]
    public void Each_activation_is_measured_with_each_width()
    {
        EquivalenceOptions options = Options with { EachActivation = [Activation.Relu, Activation.Gelu], EachWidth = [3, 8] };
        Assert.Equal(["10-3-3-1 relu", "10-8-8-1 relu", "10-3-3-1 gelu", "10-8-8-1 gelu"], Names(options));
    }

    [Fact]
    public void Without_them_there_is_the_one_network() => Assert.Equal(["10-5-5-1 tanh"], Names(Options));

    [Fact]
    public void The_eta_of_the_scatter_joins_the_grid()
    {
        EquivalenceSettings settings = (Options with { Etas = [1e-2, 1e-4], At = 1e-3 }).ToSettings(trainCount: 200);
        Assert.Equal([1e-4, 1e-3, 1e-2], settings.Etas);
        Assert.Equal(1e-3, settings.ReferenceEta);
    }

    private static IEnumerable<string> Names(EquivalenceOptions options) =>
        options.ToShapes(options.Data.Open()).Select(shape => shape.ToString());
}
