using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Passes;

/// <summary>
/// The noisy gradients of the networks in single precision, each layer's weights and biases along their own direction: coarse, but
/// a term that strong noise adds to the gradient and that is missing in any layer is far outside the bounds.
/// </summary>
public class SingleDirectionalDerivativeTests
{
    // Along a unit direction: float rounds losses of order one by some 1e-6, divided by the step; truncation 2e-2^4 times higher
    // derivatives of order one to ten. The terms that this noise adds are some sqrt(eta) = 30 % of a layer's gradient.
    private const double Step = 2e-2;
    private const double Rounding = 2e-4;
    private const double Share = 0.01;
    private const double Eta = 0.1;

    public static TheoryData<string> Networks => new(
        TestNetworks.All.Where(network => !network.IsDouble && network.Shape.Activations.All(IsSmooth)).Select(network => network.Name));

    [Theory]
    [MemberData(nameof(Networks))]
    public void Every_layers_noisy_gradient_is_that_of_the_noisy_loss(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        NetworkShape shape = network.Shape;
        double[] w = TestData.Parameters(shape, 181);
        INetworkInstance instance = network.Create(w);
        foreach (int batch in new[] { 2, network.LaneBlock + 1 })
        {
            double[] x = TestData.Normals(batch * shape.InputSize, 182), target = TestData.Normals(batch * shape.OutputSize, 183);
            foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
            {
                var noise = new WeightNoise { Eta = Eta, Seed = 184, Step = 3, FirstExample = 70, Sampling = sampling };
                instance.Parameters = w;
                (double loss, double[] gradient) = instance.NoisyGradient(x, target, noise);
                for (int l = 1; l <= shape.LayerCount; l++)
                {
                    string what = $"{name}, {batch} examples, {sampling}, layer {l}";
                    Check(shape.WeightOffset(l)..shape.BiasOffset(l), $"{what}: weights");
                    Check(shape.BiasOffset(l)..(shape.BiasOffset(l) + shape.Sizes[l]), $"{what}: biases");
                }

                void Check(Range part, string what)
                {
                    double size = Norms.Norm(gradient[part]);
                    double[] direction = Array.ConvertAll(gradient[part], g => g / size);
                    double difference = FiniteDifferences.Gradient(along => LossAt(part, direction, along[0]), [0], Step)[0];
                    Close.Within((Share * size) + (Rounding * (1 + loss)), difference, size, what);
                }

                double LossAt(Range part, double[] direction, double along)
                {
                    double[] moved = (double[])w.Clone();
                    (int start, int length) = part.GetOffsetAndLength(w.Length);
                    for (int i = 0; i < length; i++)
                        moved[start + i] += along * direction[i];
                    instance.Parameters = moved;
                    return instance.NoisyGradient(x, target, noise).Loss;
                }
            }
        }
    }

    private static bool IsSmooth(Activation activation) => activation is not (Activation.Relu or Activation.LeakyRelu);
}
