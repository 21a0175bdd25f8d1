using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Passes;

namespace NoiseRegGen.Numerics.Tests.Properties;

/// <summary>One question, asked of every noiseless pass.</summary>
internal static class AllPasses
{
    // Its reference takes a backward pass in Taylor arithmetic for each parameter and output.
    private const int MostCorrected = 400;

    public static void Agree(Question question, INetworkInstance network)
    {
        const double Eta = 0.2;
        (double[] x, double[] target) = (question.X, question.Target);
        question.Agree(r => r.Forward(x), network.Forward(x), "outputs");
        question.Agree(r => [r.Loss(x, target)], [network.Loss(x, target)], "loss");
        question.Agree(r => r.Gradient(x, target), network.Gradient(x, target).Gradient, "gradient");
        question.Agree(r => r.InputGradient(x, target), network.InputGradient(x, target), "input gradient");
        question.Agree(r => r.SquaredGradientNorms(x), network.SquaredGradientNorms(x), "squared gradient norms");
        question.Agree(r => r.Laplacians(x), network.Laplacians(x), "Laplacians");
        question.Agree(
            r => r.Gradient(x, target).Zip(r.PenaltyGradient(x), (g, p) => g + (Eta * p)).ToArray(), network.PenalizedGradient(x, target, Eta).Gradient, "penalised gradient");
        if (network.Parameters.Length <= MostCorrected)
            question.Agree(r => r.CorrectedGradient(x, target, Eta), network.CorrectedGradient(x, target, Eta).Gradient, "gradient of the corrected penalty");
    }
}
