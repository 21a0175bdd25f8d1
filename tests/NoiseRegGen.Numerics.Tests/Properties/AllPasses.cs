using System.Linq;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Passes;

namespace NoiseRegGen.Numerics.Tests.Properties;

/// <summary>One question, asked of every noiseless pass.</summary>
internal static class AllPasses
{
    // The corrected penalty's reference takes a backward pass in Taylor arithmetic for each parameter, example and output.
    private const long MostCorrected = 100_000;

    public static void Agree(Question question, INetworkInstance network)
    {
        const double Eta = 0.2;
        (double[] x, double[] target) = (question.X, question.Target);
        question.Agree(r => r.Forward(x), network.Forward(x), "outputs");
        question.Agree(r => [r.Loss(x, target)], [network.Loss(x, target)], "loss");
        question.Agree(r => r.Gradient(x, target), network.Gradient(x, target).Gradient, "gradient");
        question.Agree(r => r.InputGradient(x, target), network.InputGradient(x, target), "input gradient");
        question.Agree(r => r.SquaredGradientNorms(x), network.SquaredGradientNorms(x), "squared gradient norms");
        double[][]? signs = question.Signs;
        question.Agree(r => signs is null ? r.Laplacians(x) : r.ProbedLaplacians(x, signs), network.Laplacians(x), "Laplacians");
        question.Agree(
            r => r.Gradient(x, target).Zip(r.PenaltyGradient(x), (g, p) => g + (Eta * p)).ToArray(), network.PenalizedGradient(x, target, Eta).Gradient, "penalised gradient");
        long parameters = network.Parameters.Length;
        if (parameters * parameters * target.Length <= MostCorrected)
            question.Agree(r => r.CorrectedGradient(x, target, Eta, signs), network.CorrectedGradient(x, target, Eta).Gradient, "gradient of the corrected penalty");
    }
}
