using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Passes;

/// <summary>
/// Gradients of batches large enough that the columns of a large W are packed at the beginning of the call, against central differences of the values along
/// directions in the space of parameters: with columns that are stale, of the other sign of the noise or of another layer, they would be those of other weights.
/// </summary>
public class PackedColumnsTests
{
    private const string Name = "Shapes.PackedColumnsDouble";
    private const double Eta = 0.1;

    // One Richardson step: truncation 1e-3^4 times a fifth derivative of order one, rounding 1e-16 / 1e-3 times sums of some hundred terms;
    // relative to the whole gradient, of which a direction at random holds about a hundredth.
    private const double Step = 1e-3;
    private const double Tolerance = 1e-8;

    // A whole panel, and a second one of two blocks, which reads W itself.
    private readonly int _batch = (9 * TestNetworks.Get(Name).LaneBlock) + 1;
    private readonly double[] _w, _x, _target;
    private readonly INetworkInstance _network;

    public PackedColumnsTests()
    {
        NetworkShape shape = TestNetworks.Get(Name).Shape;
        _w = TestData.Parameters(shape, 401);
        _x = TestData.Normals(_batch * shape.InputSize, 402);
        _target = TestData.Normals(_batch * shape.OutputSize, 403);
        _network = TestNetworks.Get(Name).Create(_w);
    }

    [Fact]
    public void The_gradient_is_that_of_the_loss() =>
        Agree(() => _network.Loss(_x, _target), () => _network.Gradient(_x, _target).Gradient, "gradient");

    [Fact]
    public void The_parameter_gradient_is_that_of_the_outputs() => Agree(
        () => _network.Forward(_x).Zip(_target, (y, v) => y * v).Sum(), () => _network.ParameterGradient(_x, _target), "vector-Jacobian product");

    [Fact]
    public void The_penalised_gradient_is_that_of_the_total() => Agree(
        () => _network.PenalizedGradient(_x, _target, Eta).Loss.Total, () => _network.PenalizedGradient(_x, _target, Eta).Gradient, "penalised gradient");

    [Fact]
    public void The_corrected_gradient_is_that_of_the_total() => Agree(
        () => _network.CorrectedGradient(_x, _target, Eta).Loss.Total, () => _network.CorrectedGradient(_x, _target, Eta).Gradient, "corrected gradient");

    [Fact]
    public void The_noisy_gradient_is_that_of_the_noisy_loss_with_the_noise_held()
    {
        foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
        {
            foreach (bool antithetic in new[] { false, true })
            {
                var noise = new WeightNoise { Eta = 0.05, Seed = 7, Step = 3, Sampling = sampling, Antithetic = antithetic };
                Agree(
                    () => _network.NoisyGradient(_x, _target, noise).Loss, () => _network.NoisyGradient(_x, _target, noise).Gradient, $"{sampling}, antithetic {antithetic}");
            }
        }
    }

    private void Agree(Func<double> value, Func<double[]> gradient, string what)
    {
        // A call at other parameters with the same workspace: what it has packed is of no use for the next.
        At(TestData.Normals(_w.Length, 407), 1, gradient);
        _network.Parameters = _w;
        double[] analytic = gradient();
        for (int i = 0; i < 2; i++)
        {
            double[] direction = TestData.Normals(_w.Length, 404 + i);
            double length = Norms.Norm(direction);
            double difference = FiniteDifferences.Gradient(along => At(direction, along[0] / length, value), [0], Step)[0];
            Close.Within(Tolerance * Norms.Norm(analytic), difference, analytic.Zip(direction, (g, d) => g * d / length).Sum(), what);
        }

        _network.Parameters = _w;
    }

    private TResult At<TResult>(double[] direction, double along, Func<TResult> function)
    {
        _network.Parameters = _w.Zip(direction, (w, d) => w + (along * d)).ToArray();
        return function();
    }
}
