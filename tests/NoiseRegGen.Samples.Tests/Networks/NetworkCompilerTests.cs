using System;
using System.Numerics;
using CompareRegularizers.Networks;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Networks;

public class NetworkCompilerTests
{
    [Fact]
    public void A_shape_known_only_at_run_time_is_compiled_in_both_precisions_and_computes_right()
    {
        using var library = new NetworkLibrary(new NetworkCache(null));
        NetworkType type = library.Find(new NetworkShape(3, [5], Activation.Tanh));
        Assert.Equal("compiled for this shape", type.Name);
        Assert.Equal((typeof(float), 3, 1), type.Apply(new Check()));
        NetworkType wide = library.Find(type.Shape with { Precision = Precision.Double });
        Assert.Equal((typeof(double), 3, 1), wide.Apply(new Check()));
    }

    [Fact]
    public void The_source_is_what_a_user_would_write()
    {
        string source = NetworkCompiler.Source(new NetworkShape(4, [7, 3], Activation.Gelu));
        Assert.Contains("[Mlp(4, 7, 3, 1, Hidden = Activation.Gelu)]", source, StringComparison.Ordinal);
        Assert.Contains("[Mlp(4, 7, 3, 1, Hidden = Activation.Gelu, Precision = Precision.Double)]", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Activations_that_differ_are_written_layer_by_layer_and_a_linear_network_has_none()
    {
        string mixed = NetworkCompiler.Source(new NetworkShape(4, [7, 3], [Activation.Relu, Activation.Sin]));
        Assert.Contains(
            "[Mlp(4, 7, 3, 1, Activations = [Activation.Relu, Activation.Sin, Activation.Identity])]", mixed, StringComparison.Ordinal);
        Assert.Contains("[Mlp(4, 1)]", NetworkCompiler.Source(new NetworkShape(4, [], Activation.Tanh)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_built_in_networks_are_what_their_shapes_say()
    {
        foreach (NetworkShape shape in BuiltInNetworks.Shapes)
        {
            NetworkType type = BuiltInNetworks.Find(shape)!;
            Assert.Equal(shape.LayerSizes, type.Apply(new Sizes()));
            Assert.Equal([.. shape.Activations, Activation.Identity], type.Apply(new Activations()));
        }
    }

    [Fact]
    public void A_shape_is_built_in_only_if_all_of_it_is()
    {
        Assert.True(NetworkLibrary.IsBuiltIn(new NetworkShape(10, [32, 32], Activation.Tanh)));
        Assert.False(NetworkLibrary.IsBuiltIn(new NetworkShape(10, [32, 32], Activation.Relu)));
        Assert.False(NetworkLibrary.IsBuiltIn(new NetworkShape(10, [32], Activation.Tanh)));
    }

    // One active weight per unit, unit i seeing input i mod 3; outputs summed: y = sum_i tanh(x_{i mod 3}) + 1/2.
    private static void CheckForward<TNet>()
        where TNet : class, IMlp<TNet, double>
    {
        var parameters = new double[(3 * 5) + 5 + 5 + 1];
        for (int unit = 0; unit < 5; unit++)
        {
            parameters[(unit * 3) + (unit % 3)] = 1;
            parameters[20 + unit] = 1;
        }

        parameters[25] = 0.5;
        TNet network = TNet.Create(parameters);
        double[] x = [0.3, -1.2, 2, 0, 0, 0], y = new double[2];
        network.Forward(x, y, TNet.CreateWorkspace());
        // Five additions and tanh within a few units in the last place of numbers below 3.
        Assert.Equal((2 * Math.Tanh(0.3)) + (2 * Math.Tanh(-1.2)) + Math.Tanh(2) + 0.5, y[0], 1e-14);
        Assert.Equal(0.5, y[1], 1e-14);
    }

    private sealed class Check : INetworkUse<(Type Number, int Inputs, int Outputs)>
    {
        public (Type Number, int Inputs, int Outputs) Use<TNet, T, TDouble>()
            where TNet : class, IMlp<TNet, T>
            where T : unmanaged, IFloatingPointIeee754<T>
            where TDouble : class, IMlp<TDouble, double>
        {
            CheckForward<TDouble>();
            return (typeof(T), TNet.LayerSizes[0], TNet.LayerSizes[^1]);
        }
    }

    private sealed class Sizes : INetworkUse<int[]>
    {
        public int[] Use<TNet, T, TDouble>()
            where TNet : class, IMlp<TNet, T>
            where T : unmanaged, IFloatingPointIeee754<T>
            where TDouble : class, IMlp<TDouble, double>
        {
            Assert.Equal(TNet.LayerSizes.ToArray(), TDouble.LayerSizes.ToArray());
            return TNet.LayerSizes.ToArray();
        }
    }

    private sealed class Activations : INetworkUse<Activation[]>
    {
        public Activation[] Use<TNet, T, TDouble>()
            where TNet : class, IMlp<TNet, T>
            where T : unmanaged, IFloatingPointIeee754<T>
            where TDouble : class, IMlp<TDouble, double>
        {
            Assert.Equal(TNet.LayerActivations.ToArray(), TDouble.LayerActivations.ToArray());
            return TNet.LayerActivations.ToArray();
        }
    }
}
