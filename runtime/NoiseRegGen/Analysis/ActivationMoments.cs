using System;
using System.Numerics;
using NoiseRegGen.Numerics;

namespace NoiseRegGen.Analysis;

/// <summary>
/// The mean and the variance of <c>sigma(z + rho xi)</c>, <c>xi ~ N(0, 1)</c>: in closed form for the piecewise linear activations and the sine, by
/// quadrature for the others.
/// </summary>
/// <remarks>
/// Everything is computed from differences to <c>sigma(z)</c>, so that a variance of order rho^2 does not cancel against squares of order 1.
/// </remarks>
internal static partial class ActivationMoments
{
    private const double LeakySlope = 0.01;

    /// <summary><c>E sigma(z + rho xi)</c> and <c>Var sigma(z + rho xi)</c> for <paramref name="rho"/> at least 0.</summary>
    internal static (double Mean, double Variance) Of(Activation activation, double z, double rho)
    {
        if (rho == 0)
            return (Value(activation, z), 0);
        if (!double.IsFinite(z) || !double.IsFinite(rho))
            return (double.NaN, double.NaN);
        return activation switch
        {
            Activation.Identity => (z, rho * rho),
            Activation.Relu => PiecewiseLinear(0, z, rho),
            Activation.LeakyRelu => PiecewiseLinear(LeakySlope, z, rho),
            Activation.Sin => Sine(z, rho),
            _ => Quadrature(activation, z, rho),
        };
    }

    /// <summary>Slope <paramref name="a"/> below 0 and 1 above.</summary>
    /// <remarks>
    /// <c>sigma = a z + (1 - a) relu(z)</c>. With <c>t = z / rho</c> (theory 1.9): <c>E relu = z Phi(t) + rho phi(t)</c>,
    /// <c>E relu^2 = (z^2 + rho^2) Phi(t) + z rho phi(t)</c>, hence
    /// <c>Var relu / rho^2 = t^2 Phi(t) Phi(-t) + Phi(t) + t phi(t) (1 - 2 Phi(t)) - phi(t)^2</c>, and <c>Cov(z, relu) = rho^2 Phi(t)</c> by Stein's lemma.
    /// </remarks>
    private static (double Mean, double Variance) PiecewiseLinear(double a, double z, double rho)
    {
        double t = z / rho, density = Density(t), below = Distribution(-t), above = Distribution(t);
        double mean = (z * above) + (rho * density);
        double variance = (t * t * above * below) + above + (t * density * (below - above)) - (density * density);

        // So far from the kink the unit is shut, or linear; t^2 times a tail could be infinity times 0.
        if (Math.Abs(t) > 40)
            (mean, variance) = t < 0 ? (0, 0) : (z, 1);
        double rest = 1 - a;
        return ((a * z) + (rest * mean), rho * rho * ((a * a) + (2 * a * rest * above) + (rest * rest * Math.Max(0, variance))));
    }

    /// <summary><c>E sin = q sin z</c> and <c>Var sin = (1 - q^2) (1 + q^2 cos 2 z) / 2</c> with <c>q = e^(-rho^2 / 2)</c>.</summary>
    private static (double Mean, double Variance) Sine(double z, double rho)
    {
        // 1 - e^-v = 2 e^(-v/2) sinh(v/2), which does not cancel; for a large v it is 1.
        double v = rho * rho, q = Math.Exp(-v / 2);
        double complement = v < 1 ? 2 * q * Math.Sinh(v / 2) : 1 - (q * q);
        return (q * Math.Sin(z), 0.5 * complement * (1 + (q * q * Math.Cos(2 * z))));
    }

    private static double Value(Activation activation, double z) => Value(activation, Vector.Create(z))[0];

    private static Vector<double> Value(Activation activation, Vector<double> z) => activation switch
    {
        Activation.Identity => z,
        Activation.Relu => ActivationFunctions.Relu(z),
        Activation.LeakyRelu => ActivationFunctions.LeakyRelu(z),
        Activation.Elu => ActivationFunctions.Elu(z),
        Activation.Tanh => ActivationFunctions.Tanh(z),
        Activation.Sigmoid => ActivationFunctions.Sigmoid(z),
        Activation.Softplus => ActivationFunctions.Softplus(z),
        Activation.Softsign => ActivationFunctions.Softsign(z),
        Activation.Silu => ActivationFunctions.Silu(z),
        Activation.Gelu => ActivationFunctions.Gelu(z),
        Activation.Sin => ActivationFunctions.Sin(z),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Expected a defined value of Activation."),
    };

    private static double Distribution(double t) => VectorFunctions.NormalCdf(Vector.Create(t))[0];

    private static double Density(double t) => VectorFunctions.NormalPdf(Vector.Create(t))[0];
}
