using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Passes;

/// <summary>The gradients of the larger networks in double precision, along random directions through all their parameters.</summary>
public class DirectionalDerivativeTests
{
    // Along a unit direction the functions are of order one, and their higher derivatives too: truncation 1e-3^4 / 100, rounding
    // 1e-16 / 1e-3 times sums of some thousand terms; against the norm of the whole gradient.
    private const double Step = 1e-3;
    private const double Tolerance = 1e-8;
    private const int Directions = 3;

    public static TheoryData<string> Networks => new(
        TestNetworks.All.Where(network => network.IsDouble && network.Shape.ParameterCount > 200).Select(network => network.Name));

    [Theory]
    [MemberData(nameof(Networks))]
    public void Gradients_are_those_of_their_values(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        int batch = network.LaneBlock + 3;
        double[] w = TestData.Parameters(network.Shape, 151), x = TestData.Inputs(network.Shape, w, batch, 152);
        double[] target = TestData.Normals(batch * network.Shape.OutputSize, 153);
        INetworkInstance instance = network.Create(w);
        Check(() => instance.Gradient(x, target), "gradient");
        Check(() => Total(instance.PenalizedGradient(x, target, 0.02)), "penalised gradient");
        foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
        {
            foreach (bool antithetic in new[] { false, true })
            {
                var noise = new WeightNoise { Eta = 1e-3, Seed = 154, Step = 3, FirstExample = 70, Sampling = sampling, Antithetic = antithetic };
                Check(() => instance.NoisyGradient(x, target, noise), $"noisy gradient, {sampling}, antithetic {antithetic}");
            }
        }

        void Check(Func<(double Value, double[] Gradient)> operation, string what)
        {
            instance.Parameters = w;
            double[] gradient = operation().Gradient;
            for (int i = 0; i < Directions; i++)
            {
                double[] direction = TestData.Normals(w.Length, 160 + i);
                double length = Norms.Norm(direction);
                direction = Array.ConvertAll(direction, value => value / length);
                double difference = FiniteDifferences.Gradient(along => Value(along[0]), [0], Step)[0];
                Close.Within(Tolerance * Norms.Norm(gradient), difference, gradient.Zip(direction, (g, d) => g * d).Sum(), $"{name}: {what}");

                double Value(double along)
                {
                    instance.Parameters = w.Zip(direction, (value, d) => value + (along * d)).ToArray();
                    return operation().Value;
                }
            }
        }

        static (double Value, double[] Gradient) Total((PenalizedLoss<double> Loss, double[] Gradient) result) => (result.Loss.Total, result.Gradient);
    }
}
