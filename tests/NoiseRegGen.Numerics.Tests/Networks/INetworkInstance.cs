using NoiseRegGen.Analysis;

namespace NoiseRegGen.Numerics.Tests.Networks;

/// <summary>
/// The contract of a generated network in terms of double arrays, so that a test is written once for both precisions: every float
/// is a double. Outputs are handed over full of NaN, since they are to be overwritten. One workspace serves all calls.
/// </summary>
internal interface INetworkInstance
{
    double[] Parameters { get; set; }

    double[] Forward(double[] x);

    double[] ForwardInWorkspace(double[] x);

    double Loss(double[] x, double[] target);

    (double Loss, double[] Gradient) Gradient(double[] x, double[] target);

    double[] ParameterGradient(double[] x, double[] outputGradient);

    double[] InputGradient(double[] x, double[] outputGradient);

    double[] NoisyForward(double[] x, WeightNoise noise);

    (double Loss, double[] Gradient) NoisyGradient(double[] x, double[] target, WeightNoise noise);

    double[] SquaredGradientNorms(double[] x);

    double[] Laplacians(double[] x);

    (PenalizedLoss<double> Loss, double[] Gradient) PenalizedGradient(double[] x, double[] target, double eta);

    NoiseExpansion<double> ExpandNoise(double[] x, double[] target);

    double[] Laplacians(double[] x, RandomProbe probe);

    NoiseExpansion<double> ExpandNoise(double[] x, double[] target, RandomProbe probe);

    (PenalizedLoss<double> Loss, double[] Gradient) PenalizedGradient(double[] x, double[] target, double eta, RandomProbe projection);

    /// <summary>Without a probe, the overload that takes none.</summary>
    (CorrectedLoss<double> Loss, double[] Gradient) CorrectedGradient(double[] x, double[] target, double eta, RandomProbe? probe = null);

    /// <summary>The library's closed form of the noisy outputs' moments.</summary>
    NoisyOutput[] Moments(double[] x, double eta);

    /// <summary>The library's estimate of the noisy outputs' moments.</summary>
    NoisyOutput[] EstimateMoments(double[] x, WeightNoise noise, int pairs);
}
