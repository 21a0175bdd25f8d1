using System;
using System.Globalization;
using System.Numerics;
using NoiseRegGen.Infrastructure;

namespace NoiseRegGen.Analysis;

/// <summary>
/// The mean and the variance of the noisy outputs of a network with one hidden layer and identity output, without sampling: to all orders in
/// eta, for every hidden activation.
/// </summary>
/// <remarks>
/// <para>
/// Under weight noise <c>eps ~ N(0, eta I)</c> the hidden pre-activations of an example are independent, <c>z_j ~ N(w_j . x + b_j, rho^2)</c> with
/// <c>rho^2 = eta (||x||^2 + 1)</c>. With <c>E1_j = E sigma(z_j)</c> and <c>E2_j = E sigma(z_j)^2</c>, and V, c the weights and biases of the output layer,
/// </para>
/// <code>
/// ybar_k = c_k + sum_j V_kj E1_j
/// Var_k  = eta + sum_j [ V_kj^2 (E2_j - E1_j^2) + eta E2_j ]
/// </code>
/// <para>
/// (generator/docs/theory.md, 1.9). The one-dimensional expectations are in closed form for identity, ReLU, leaky ReLU and sine; else by Gauss-Hermite with
/// 64 nodes where <c>rho &lt;= 1/2</c>, and by Gauss-Legendre in panels for stronger noise, for ELU and for softsign, where Gauss-Hermite would lose
/// digits. All in double, whatever the network's precision.
/// </para>
/// </remarks>
public static class OneHiddenLayer
{
    /// <summary>Whether the closed form is for networks of this class: one hidden layer, identity output.</summary>
    /// <typeparam name="TNet">The network's class.</typeparam>
    /// <typeparam name="T">Its number type.</typeparam>
    public static bool Applies<TNet, T>()
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        TNet.LayerActivations.Length == 2 && TNet.LayerActivations[1] == Activation.Identity;

    /// <summary>Computes the moments of all outputs of a batch.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">batch x inputs, at least one row.</param>
    /// <param name="eta">The variance of the noise on each weight and bias: finite, at least 0.</param>
    /// <param name="moments">batch x outputs; overwritten. The standard errors are 0.</param>
    /// <typeparam name="TNet">The network's class.</typeparam>
    /// <typeparam name="T">Its number type.</typeparam>
    /// <exception cref="NotSupportedException">The network has not one hidden layer, or its output is not the identity.</exception>
    /// <exception cref="ArgumentException">A length is wrong or the batch is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="eta"/> is negative, NaN or infinite.</exception>
    public static void Moments<TNet, T>(TNet network, ReadOnlySpan<T> x, double eta, Span<NoisyOutput> moments)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        if (!Applies<TNet, T>())
            ThrowShape(typeof(TNet), TNet.LayerActivations);
        int inputs = TNet.LayerSizes[0], outputs = TNet.LayerSizes[2];
        int rows = MlpArguments.Batch(x, inputs);
        MlpArguments.Rows<NoisyOutput>(moments, rows, outputs, nameof(moments));
        MlpArguments.Eta(eta);
        for (int row = 0; row < rows; row++)
            Example<TNet, T>(network, x.Slice(row * inputs, inputs), eta, moments.Slice(row * outputs, outputs));
    }

    private static void Example<TNet, T>(TNet network, ReadOnlySpan<T> x, double eta, Span<NoisyOutput> moments)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> weights = network.Weights(0), biases = network.Biases(0), v = network.Weights(1), c = network.Biases(1);
        Activation activation = TNet.LayerActivations[0];
        double rho = Math.Sqrt(eta * (Dot(x, x) + 1));
        for (int k = 0; k < moments.Length; k++)
            moments[k] = new NoisyOutput(double.CreateChecked(c[k]), eta);
        for (int j = 0; j < biases.Length; j++)
        {
            double z = double.CreateChecked(biases[j]) + Dot(weights.Slice(j * x.Length, x.Length), x);
            (double mean, double variance) = ActivationMoments.Of(activation, z, rho);
            for (int k = 0; k < moments.Length; k++)
            {
                double weight = double.CreateChecked(v[(k * biases.Length) + j]);
                moments[k] = new NoisyOutput(
                    moments[k].Mean + (weight * mean),
                    moments[k].Variance + (weight * weight * variance) + (eta * (variance + (mean * mean))));
            }
        }
    }

    private static double Dot<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
            sum += double.CreateChecked(left[i]) * double.CreateChecked(right[i]);
        return sum;
    }

    private static void ThrowShape(Type type, ReadOnlySpan<Activation> activations) => throw new NotSupportedException(string.Create(
        CultureInfo.InvariantCulture,
        $"The closed form expects one hidden layer and identity output, but {type.Name} has {activations.Length - 1} hidden layers and output {activations[^1]}: use NoisyOutputEstimator."));
}
