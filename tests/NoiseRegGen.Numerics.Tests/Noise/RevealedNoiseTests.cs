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
                foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
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
        var noise = new WeightNoise { Eta = 1e-3, Seed = 61, Step = 62, FirstExample = 63, Sampling = sampling };
        var revealed = new RevealedNoise(network, noise);

        // Outputs of order one, after some hundred roundings; the unknowns inherit them divided by sqrt(eta) and times the
        // condition of the equations, some hundred, but act on outputs and gradients with sqrt(eta) again.
        double tolerance = network.IsDouble ? 1e-13 : 2e-5;
        Assert.True(revealed.Residual <= tolerance, $"No numbers explain the outputs: a difference of {revealed.Residual:g3} is left.");
        Assert.All(revealed.Numbers, number => Assert.InRange(number, -6, 6));

        double[] w = TestData.Parameters(shape, 64), x = TestData.Normals(shape.InputSize, 65), target = TestData.Normals(shape.OutputSize, 66);
        INetworkInstance instance = network.Create(w);
        double[] numbers = revealed.Numbers, opposite = Array.ConvertAll(numbers, number => -number);
        double[] mean = Mean(revealed.Output(w, x, numbers), revealed.Output(w, x, opposite));
        Close.Within(100 * tolerance, revealed.Output(w, x, numbers), instance.NoisyForward(x, noise), "outputs");
        Close.Within(100 * tolerance, mean, instance.NoisyForward(x, noise with { Antithetic = true }), "antithetic outputs");

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
            Close.Within(100 * tolerance, expectedLoss, actual.Loss, "loss");
            Close.Relatively(1000 * tolerance, expectedGradient, actual.Gradient, "gradient");
        }
    }

    private static double[] Mean(double[] left, double[] right) => left.Zip(right, (l, r) => (l + r) / 2).ToArray();
}
