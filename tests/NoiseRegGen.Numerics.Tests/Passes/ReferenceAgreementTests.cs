using System;
using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Passes;

/// <summary>Every pass of every network, at batch sizes on both sides of the lane block, against the reference.</summary>
public class ReferenceAgreementTests
{
    public static TheoryData<string> Networks => TestNetworks.Names;

    [Theory]
    [MemberData(nameof(Networks))]
    public void Outputs_agree(string name) => ForEachBatch(name, (question, network) =>
    {
        question.Agree(r => r.Forward(question.X), network.Forward(question.X), "outputs");
        Close.Bitwise(network.Forward(question.X), network.ForwardInWorkspace(question.X), "outputs with a workspace");
    });

    [Theory]
    [MemberData(nameof(Networks))]
    public void Loss_and_gradient_agree(string name) => ForEachBatch(name, (question, network) =>
    {
        (double[] x, double[] target) = (question.X, question.Target);
        (double loss, double[] gradient) = network.Gradient(x, target);
        question.Agree(r => [r.Loss(x, target)], [loss], "loss of the gradient");
        question.Agree(r => [r.Loss(x, target)], [network.Loss(x, target)], "loss");
        question.Agree(r => r.Gradient(x, target), gradient, "gradient");
    });

    [Theory]
    [MemberData(nameof(Networks))]
    public void Vector_Jacobian_products_agree(string name) => ForEachBatch(name, (question, network) =>
    {
        (double[] x, double[] v) = (question.X, question.Target);
        question.Agree(r => r.ParameterGradient(x, v), network.ParameterGradient(x, v), "parameter gradient");
        question.Agree(r => r.InputGradient(x, v), network.InputGradient(x, v), "input gradient");
    });

    [Theory]
    [MemberData(nameof(Networks))]
    public void Squared_gradient_norms_agree(string name) => ForEachBatch(name, (question, network) =>
        question.Agree(r => r.SquaredGradientNorms(question.X), network.SquaredGradientNorms(question.X), "squared gradient norms"));

    [Theory]
    [MemberData(nameof(Networks))]
    public void Penalised_gradient_agrees(string name) => ForEachBatch(name, (question, network) =>
    {
        (double[] x, double[] target) = (question.X, question.Target);
        foreach (double eta in new[] { 0.01, 3 })
        {
            (PenalizedLoss<double> loss, double[] gradient) = network.PenalizedGradient(x, target, eta);
            question.Agree(r => [r.Loss(x, target)], [loss.Loss], "loss");
            question.Agree(r => [r.Penalty(x)], [loss.Penalty], "penalty");
            question.Agree(r => [r.Loss(x, target) + (eta * r.Penalty(x))], [loss.Total], "total");
            question.Agree(r => r.Gradient(x, target).Zip(r.PenaltyGradient(x), (g, p) => g + (eta * p)).ToArray(), gradient, $"gradient at eta {eta}");
        }
    });

    [Theory]
    [MemberData(nameof(Networks))]
    public void Laplacians_agree(string name) => ForEachBatch(name, (question, network) =>
        question.Agree(r => r.Laplacians(question.X), network.Laplacians(question.X), "Laplacians"));

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_expansion_agrees(string name) => ForEachBatch(name, (question, network) =>
    {
        (double[] x, double[] target) = (question.X, question.Target);
        NoiseExpansion<double> expansion = network.ExpandNoise(x, target);
        question.Agree(r => [r.Loss(x, target)], [expansion.Loss], "loss");
        question.Agree(r => [r.Penalty(x)], [expansion.Penalty], "penalty");
        question.Agree(r => [r.ResidualLaplacian(x, target)], [expansion.ResidualLaplacian], "residual Laplacian");
        Assert.Equal(expansion.Loss + (0.25 * (expansion.Penalty + expansion.ResidualLaplacian)), expansion.Predict(0.25));
    });

    private static void ForEachBatch(string name, Action<Question, INetworkInstance> check)
    {
        TestNetwork network = TestNetworks.Get(name);
        foreach (int batch in Batches(network))
        {
            var question = new Question(network, batch, 11);
            check(question, network.Create(question.Parameters));
        }
    }

    private static IEnumerable<int> Batches(TestNetwork network)
    {
        int block = network.LaneBlock;
        if (network.Shape.ParameterCount > 1000)
            return [1, block + 1]; // The reference takes a millisecond or more per example.

        // More than eight lane blocks, which is what is carried through the layers together, in either precision.
        int large = (8 * block) + 5 + (network.Shape.ParameterCount % 40);
        return network.IsDouble ? [1, 2, 3, block - 1, block, block + 1, (2 * block) + 3, large] : [1, block + 1, large];
    }
}
