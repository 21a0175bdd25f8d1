namespace NoiseRegGen.Numerics.Tests.Reference;

/// <summary>What the reference computes; batches are row-major as in the contract of the generated networks.</summary>
internal interface IReference
{
    double[] Forward(double[] x);

    double Loss(double[] x, double[] target);

    double[] Gradient(double[] x, double[] target);

    double[] ParameterGradient(double[] x, double[] outputGradient);

    double[] InputGradient(double[] x, double[] outputGradient);

    double[] SquaredGradientNorms(double[] x);

    /// <summary>The mean of <c>P</c> over the examples.</summary>
    double Penalty(double[] x);

    /// <summary>The gradient of the mean of <c>P</c>, without eta.</summary>
    double[] PenaltyGradient(double[] x);

    double[] Laplacians(double[] x);

    /// <summary>The mean over examples of <c>sum_k r_k T_k</c>.</summary>
    double ResidualLaplacian(double[] x, double[] target);

    /// <summary>The estimates of <c>T_k</c> by a probe with the given signs, one per unit, of each example.</summary>
    double[] ProbedLaplacians(double[] x, double[][] signs);

    /// <summary>
    /// <c>J</c>, the mean of <c>sum_k (yhat_k + (eta/2) T_k - y_k)^2</c>, the mean of P, and the corrected penalty, with the exact T or its estimate.
    /// </summary>
    double[] CorrectedLoss(double[] x, double[] target, double eta, double[][]? signs = null);

    /// <summary>The gradient of the corrected penalty, with the exact T or its estimate.</summary>
    double[] CorrectedGradient(double[] x, double[] target, double eta, double[][]? signs = null);

    /// <summary>The mean over examples of <c>||grad u . yhat||^2</c> with a seed u for each.</summary>
    double[] ProjectedPenalty(double[] x, double[][] seeds);

    /// <summary>Its gradient.</summary>
    double[] ProjectedPenaltyGradient(double[] x, double[][] seeds);
}
