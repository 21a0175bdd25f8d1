using System;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Noise;
using NoiseRegGen.Numerics.Tests.Passes;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Corrected;

/// <summary>The penalty of many outputs by one random projection <c>u . yhat</c> (theory 1.4): unbiased, with the variance of the signs.</summary>
public class ProjectionTests
{
    private const double StandardErrors = 5;
    private static readonly RandomProbe Projection = new() { Seed = 3, Step = 1L << 31, FirstExample = 5 };

    public static TheoryData<string> Networks => new(TestNetworks.All.Where(network => network.Shape.ParameterCount <= 200).Select(network => network.Name));

    public static TheoryData<string> VectorOutputs => ["OracleNetworks.VectorOutputDouble", "OracleNetworks.SquashedOutputDouble", "Activated.SiluDouble", "Activated.GeluSingle", "Shapes.LinearDouble"];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Penalty_and_gradient_are_those_of_the_signs_drawn(string name)
    {
        TestNetwork network = TestNetworks.Get(name);
        foreach (int batch in new[] { 1, network.LaneBlock + 1, (8 * network.LaneBlock) + 3 })
        {
            const double Eta = 0.3;
            var question = new Question(network, batch, 241);
            (double[] x, double[] target) = (question.X, question.Target);
            double[][] seeds = DrawnSigns.OfProjection(network.Shape, Projection, batch);
            (PenalizedLoss<double> loss, double[] gradient) = network.Create(question.Parameters).PenalizedGradient(x, target, Eta, Projection);
            question.Agree(r => [r.Loss(x, target)], [loss.Loss], "loss");
            question.Agree(r => r.ProjectedPenalty(x, seeds), [loss.Penalty], "penalty");
            question.Agree(r => [r.Loss(x, target) + (Eta * r.ProjectedPenalty(x, seeds)[0])], [loss.Total], "total");
            question.Agree(r => r.Gradient(x, target).Zip(r.ProjectedPenaltyGradient(x, seeds), (g, p) => g + (Eta * p)).ToArray(), gradient, "gradient");
        }
    }

    [Theory]
    [MemberData(nameof(VectorOutputs))]
    public void The_estimate_has_mean_P_and_the_variance_of_the_signs(string name)
    {
        // With M = Jac Jac^T: P = tr M, and over signs the variance is 2 (||M||_F^2 - sum_k M_kk^2).
        TestNetwork network = TestNetworks.Get(name);
        NetworkShape shape = network.Shape;
        double[] w = TestData.Parameters(shape, 242), x = TestData.Normals(shape.InputSize, 243), target = TestData.Normals(shape.OutputSize, 244);
        var reference = new ReferenceNetwork<Exact>(shape, w);
        double[][] jacobian = Enumerable.Range(0, shape.OutputSize).Select(k => reference.ParameterGradient(x, Unit(shape.OutputSize, k))).ToArray();
        double variance = 0;
        for (int k = 0; k < jacobian.Length; k++)
        {
            for (int m = 0; m < k; m++)
                variance += 4 * Math.Pow(jacobian[k].Zip(jacobian[m], (a, b) => a * b).Sum(), 2);
        }

        INetworkInstance instance = network.Create(w);
        var penalty = new Statistics();
        Statistics[] components = w.Select(_ => new Statistics()).ToArray();
        for (int step = 0; step < 8000; step++)
        {
            (PenalizedLoss<double> loss, double[] gradient) = instance.PenalizedGradient(x, target, 1, new RandomProbe { Seed = 245, Step = step });
            penalty.Add(loss.Penalty);
            for (int i = 0; i < w.Length; i++)
                components[i].Add(gradient[i]);
        }

        // Where the outputs share no parameter nothing but rounding varies: 1e-6 of a float. With two outputs the estimate has two values,
        // so that the fourth moment sees no error of the variance: what is left is the squared error of the mean, up to 25 of variance / n.
        double rounding = network.IsDouble ? 1e-12 : 1e-5;
        Close.Within((StandardErrors * penalty.StandardError) + rounding, reference.Penalty(x), penalty.Mean, "mean");
        Close.Within((StandardErrors * penalty.VarianceStandardError) + (25 * variance / penalty.Count) + rounding, variance, penalty.Variance, "variance");
        double[] exact = reference.Gradient(x, target).Zip(reference.PenaltyGradient(x), (g, p) => g + p).ToArray();
        for (int i = 0; i < w.Length; i++)
            Close.Within((StandardErrors * components[i].StandardError) + rounding, exact[i], components[i].Mean, $"gradient {i}");
    }

    [Theory]
    [InlineData("OneHidden.Tanh")]
    [InlineData("OracleNetworks.TwoHiddenTanhSingle")]
    public void One_output_has_nothing_to_project(string name)
    {
        // u = +-1, and only its square enters.
        TestNetwork network = TestNetworks.Get(name);
        var question = new Question(network, 7, 246);
        INetworkInstance instance = network.Create(question.Parameters);
        (PenalizedLoss<double> exact, double[] gradient) = instance.PenalizedGradient(question.X, question.Target, 0.2);
        (PenalizedLoss<double> projected, double[] other) = instance.PenalizedGradient(question.X, question.Target, 0.2, Projection);
        double tolerance = network.IsDouble ? 1e-14 : 1e-6;
        Close.Relatively(tolerance, exact.Total, projected.Total, "total");
        Close.Relatively(tolerance, gradient, other, "gradient");
    }

    private static double[] Unit(int length, int k) => Enumerable.Range(0, length).Select(i => i == k ? 1.0 : 0).ToArray();
}
