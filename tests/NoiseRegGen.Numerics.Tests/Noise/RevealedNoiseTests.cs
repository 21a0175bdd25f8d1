using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Noise;

/// <summary>
/// The noise acts where theory 1.7 says: one set of random numbers explains all outputs, and with these numbers the reference
/// gives the same antithetic outputs, losses and gradients.
/// </summary>
public class RevealedNoiseTests
{
    public static TheoryData<string, NoiseSampling> Networks
    {
        get
        {
            var data = new TheoryData<string, NoiseSampling>();
            foreach (string name in new[]
            {
                "Shapes.LinearDouble", "Shapes.DeepLinearDouble", "OneHidden.Tanh", "OneHidden.Softplus", "OracleNetworks.VectorOutputDouble",
                "Activated.SinDouble", "Activated.SiluDouble", "Activated.SoftplusDouble", "Activated.IdentityDouble",
                "Shapes.DeepLinearSingle", "Activated.SiluSingle", "Activated.SinSingle",
            })
            {
                foreach (NoiseSampling sampling in Samplings.OfTheDefinition)
                    data.Add(name, sampling);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void One_set_of_random_numbers_explains_outputs_and_gradients(string name, NoiseSampling sampling)
    {
        TestNetwork network = TestNetworks.Get(name);
        NetworkShape shape = network.Shape;
        var weak = new WeightNoise { Eta = 1e-3, Seed = 61, Step = 62, FirstExample = 63, Sampling = sampling };
        var revealed = new RevealedNoise(network, weak);

        // Outputs of order one after some hundred roundings.
        double tolerance = network.IsDouble ? 1e-13 : 1e-5;
        Assert.True(revealed.Residual <= tolerance, $"No numbers explain the outputs: a difference of {revealed.Residual:g3} is left.");
        Assert.All(revealed.Numbers, number => Assert.InRange(number, -6, 6));

        // The numbers do not depend on eta. Those found inherit the outputs' rounding, divided by sqrt(eta) and times the condition of
        // the equations, some ten; they act through the sqrt(eta) below. The terms that noise adds to the gradient are some
        // sqrt(eta) = 20 % of it: none is lost in the bounds, of which the largest is 0.5 %.
        WeightNoise noise = weak with { Eta = 0.05 };
        double[] w = TestData.Parameters(shape, 64), x = TestData.Normals(shape.InputSize, 65), target = TestData.Normals(shape.OutputSize, 66);
        INetworkInstance instance = network.Create(w);
        double[] numbers = revealed.Numbers, opposite = Array.ConvertAll(numbers, number => -number);
        double[] mean = Mean(revealed.Output(w, x, numbers, noise.Eta), revealed.Output(w, x, opposite, noise.Eta));
        Close.Within(200 * tolerance, revealed.Output(w, x, numbers, noise.Eta), instance.NoisyForward(x, noise), "outputs");
        Close.Within(200 * tolerance, mean, instance.NoisyForward(x, noise with { Antithetic = true }), "antithetic outputs");

        (double loss, double[] gradient) = Gradient(numbers);
        (double otherLoss, double[] otherGradient) = Gradient(opposite);
        Agree(loss, gradient, instance.NoisyGradient(x, target, noise));
        Agree((loss + otherLoss) / 2, Mean(gradient, otherGradient), instance.NoisyGradient(x, target, noise with { Antithetic = true }));

        (double Loss, double[] Gradient) Gradient(double[] at)
        {
            var reference = new ReferenceNetwork<Exact>(shape, w);
            return sampling == NoiseSampling.LocalReparameterization
                ? reference.ReparameterizedGradient(x, target, at, noise.Eta)
                : reference.PerturbedGradient(x, target, at, noise.Eta);
        }

        void Agree(double expectedLoss, double[] expectedGradient, (double Loss, double[] Gradient) actual)
        {
            Close.Within(500 * tolerance, expectedLoss, actual.Loss, "loss");
            Close.Relatively(500 * tolerance, expectedGradient, actual.Gradient, "gradient");
        }
    }

    private static double[] Mean(double[] left, double[] right) => left.Zip(right, (l, r) => (l + r) / 2).ToArray();
}
