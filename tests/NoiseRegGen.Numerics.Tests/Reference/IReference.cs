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
}
