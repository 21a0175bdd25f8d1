using System;
using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using NoiseRegGen;

namespace CompareRegularizers.Equivalence;

/// <summary>
/// The directions in which the fit moves: the span of the examples' gradients <c>g_i = grad yhat_i</c>. What is orthogonal to them
/// leaves every fitted value alone, to first order: at a loss of 0 it is tangent to the manifold of zero loss.
/// </summary>
/// <remarks>
/// There the gradient of <c>mean r T</c> is <c>mean T g</c> (theory 1.5 b), which lies in the span: along the manifold the
/// residual-Laplacian term has vanished, in gradient as in value.
/// </remarks>
internal sealed class FitDirections
{
    // More would not fit into a modest memory on several threads.
    private const int MostNumbers = 20_000_000;

    // Directions that move the fit less than this part of what the strongest one does are those of rounding.
    private const double SmallestEigenvalue = 1e-12;

    private readonly double[][] _gradients;
    private readonly Matrix<double> _inverse;

    private FitDirections(double[][] gradients, Matrix<double> inverse) => (_gradients, _inverse) = (gradients, inverse);

    /// <summary>The directions of some examples; null where there would be too many numbers, or no direction would be left.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Examples x inputs.</param>
    internal static FitDirections? Of<TNet>(TNet network, double[] inputs)
        where TNet : class, IMlp<TNet, double>
    {
        int width = TNet.LayerSizes[0], outputs = TNet.LayerSizes[^1];
        int count = inputs.Length / width * outputs, parameters = network.Parameters.Length;
        if (count >= parameters || (long)count * parameters > MostNumbers)
            return null;
        MlpWorkspace<double> workspace = TNet.CreateWorkspace();
        var gradients = new double[count][];
        for (int i = 0; i < count; i++)
        {
            gradients[i] = new double[parameters];
            var seed = new double[outputs];
            seed[i % outputs] = 1;
            network.ParameterGradient(inputs.AsSpan(i / outputs * width, width), seed, gradients[i], workspace);
        }

        return new FitDirections(gradients, PseudoInverse(Gram(gradients)));
    }

    /// <summary>What is left of a vector without these directions: <c>v - G^T (G G^T)^+ G v</c>.</summary>
    internal double[] Remove(double[] vector)
    {
        Vector<double> products = Vector<double>.Build.Dense(_gradients.Length, i => TensorPrimitives.Dot(_gradients[i], vector));
        Vector<double> weights = _inverse.Multiply(products);
        var rest = (double[])vector.Clone();
        for (int i = 0; i < _gradients.Length; i++)
            TensorPrimitives.MultiplyAdd(_gradients[i], -weights[i], rest, rest);
        return rest;
    }

    private static Matrix<double> Gram(double[][] gradients)
    {
        Matrix<double> gram = Matrix<double>.Build.Dense(gradients.Length, gradients.Length);
        for (int i = 0; i < gradients.Length; i++)
        {
            for (int j = 0; j <= i; j++)
                gram[i, j] = gram[j, i] = TensorPrimitives.Dot(gradients[i], gradients[j]);
        }

        return gram;
    }

    private static Matrix<double> PseudoInverse(Matrix<double> gram)
    {
        var decomposition = gram.Evd(Symmetricity.Symmetric);
        Vector<double> values = decomposition.EigenValues.Real();
        double smallest = SmallestEigenvalue * values.Maximum();
        Matrix<double> scaled = decomposition.EigenVectors.Clone();
        for (int i = 0; i < values.Count; i++)
            scaled.SetColumn(i, scaled.Column(i).Multiply(values[i] > smallest ? 1 / values[i] : 0));
        return scaled.TransposeAndMultiply(decomposition.EigenVectors);
    }
}
