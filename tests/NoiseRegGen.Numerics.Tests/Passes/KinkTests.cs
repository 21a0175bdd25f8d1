using System;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Passes;

/// <summary>What is documented for pre-activations of exactly 0, at which four activations have no derivative.</summary>
public class KinkTests
{
    public static TheoryData<string> Networks => TestNetworks.OfEveryActivation;

    [Theory]
    [MemberData(nameof(Networks))]
    public void At_zero_the_documented_derivatives_are_taken(string name)
    {
        // Without biases an input of 0 makes every pre-activation of the first layer 0, and of the others too where sigma(0) = 0.
        TestNetwork network = TestNetworks.Get(name);
        NetworkShape shape = network.Shape;
        double[] w = TestData.Parameters(shape, 31);
        for (int l = 1; l <= shape.LayerCount; l++)
            Array.Clear(w, shape.BiasOffset(l), shape.Sizes[l]);
        double[] x = new double[shape.InputSize * 3], target = TestData.Normals(shape.OutputSize * 3, 32);
        INetworkInstance instance = network.Create(w);
        var truth = new ReferenceNetwork<Exact>(shape, w);

        Agree(truth.Forward(x), instance.Forward(x), "outputs");
        Agree(truth.Gradient(x, target), instance.Gradient(x, target).Gradient, "gradient");
        Agree(truth.InputGradient(x, target), instance.InputGradient(x, target), "input gradient");
        Agree(truth.SquaredGradientNorms(x), instance.SquaredGradientNorms(x), "squared gradient norms");
        Agree(truth.Laplacians(x), instance.Laplacians(x), "Laplacians");

        void Agree(double[] expected, double[] actual, string what)
        {
            // Some thirty roundings of terms of order one, and the inaccuracy of the vector functions.
            double unit = network.IsDouble ? 1e-16 : 6e-8;
            Close.Within(100 * unit * (1 + Norms.Norm(expected)), expected, actual, $"{name}: {what}");
        }
    }
}
