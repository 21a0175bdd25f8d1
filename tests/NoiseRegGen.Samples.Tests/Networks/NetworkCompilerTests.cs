using System;
using System.Reflection;
using CompareRegularizers.Networks;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Networks;

public class NetworkCompilerTests
{
    [Fact]
    public void A_shape_known_only_at_run_time_is_compiled_in_both_precisions_and_computes_right()
    {
        using CompiledNetworks compiled = NetworkCompiler.Compile(new NetworkShape(3, [5], Activation.Tanh));
        Assert.Equal((3 * 5) + 5 + 5 + 1, Constant(compiled.Single, "ParameterCount"));
        Assert.Equal(2, Constant(compiled.Double, "LayerCount"));
        MethodInfo check = typeof(NetworkCompilerTests).GetMethod(nameof(CheckForward), BindingFlags.Static | BindingFlags.NonPublic)!;
        check.MakeGenericMethod(compiled.Double).CreateDelegate<Action>()();
    }

    [Fact]
    public void The_source_is_what_a_user_would_write()
    {
        string source = NetworkCompiler.Source(new NetworkShape(4, [7, 3], Activation.Gelu));
        Assert.Contains("[Mlp(4, 7, 3, 1, Hidden = Activation.Gelu)]", source, StringComparison.Ordinal);
        Assert.Contains("[Mlp(4, 7, 3, 1, Hidden = Activation.Gelu, Precision = Precision.Double)]", source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_friedman_networks_shape_as_data_is_its_shape_as_attribute()
    {
        Assert.True(NetworkLibrary.IsBuiltIn(new NetworkShape(10, [32, 32], Activation.Tanh)));
        Assert.False(NetworkLibrary.IsBuiltIn(new NetworkShape(10, [32, 32], Activation.Relu)));
        Assert.False(NetworkLibrary.IsBuiltIn(new NetworkShape(10, [32], Activation.Tanh)));
        Assert.Equal(FriedmanNetwork.Shape.LayerSizes, FriedmanNetwork.LayerSizes.ToArray());
        Assert.Equal(FriedmanNetwork.Shape.LayerSizes, FriedmanNetworkDouble.LayerSizes.ToArray());
        Assert.Equal(FriedmanNetwork.Shape.Activation, FriedmanNetwork.LayerActivations[0]);
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

    private static int Constant(Type network, string name) => (int)network.GetField(name)!.GetRawConstantValue()!;
}
