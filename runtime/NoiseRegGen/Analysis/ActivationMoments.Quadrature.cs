using System;
using System.Numerics;
using NoiseRegGen.Numerics;

namespace NoiseRegGen.Analysis;

internal static partial class ActivationMoments
{
    // Gauss-Hermite converges like e^(-2 D sqrt(2 n)) for a function whose nearest singularity lies D = distance / (rho sqrt 2) off the real
    // line: pi / 2 for tanh, hence e^-50 here. At rho = 3 it would be 2e-4.
    private const int HermiteNodes = 64;
    private const double HermiteRadius = 0.5;

    // Beyond lies 2e-19 of the normal distribution.
    private const double Range = 9;

    private static readonly GaussRule Hermite = GaussRule.Normal(HermiteNodes);
    private static readonly GaussRule Legendre = GaussRule.Uniform(16);

    private static (double Mean, double Variance) Quadrature(Activation activation, double z, double rho)
    {
        double centre = Value(activation, z);
        bool kinked = activation is Activation.Elu or Activation.Softsign;
        (double first, double second) = rho <= HermiteRadius && !kinked ? ByHermite(activation, z, rho, centre) : ByPanels(activation, z, rho, centre);
        return (centre + first, Math.Max(0, second - (first * first)));
    }

    /// <summary><c>E delta</c> and <c>E delta^2</c> with <c>delta = sigma(z + rho xi) - sigma(z)</c>.</summary>
    private static (double First, double Second) ByHermite(Activation activation, double z, double rho, double centre)
    {
        Vector<double> first = default, second = default;
        for (int i = 0; i < HermiteNodes; i += Vector<double>.Count)
        {
            Vector<double> xi = Vector.Create<double>(Hermite.Nodes.AsSpan(i)), weight = Vector.Create<double>(Hermite.Weights.AsSpan(i));
            Vector<double> delta = Value(activation, Vector.Create(z) + (Vector.Create(rho) * xi)) - Vector.Create(centre);
            first += weight * delta;
            second += weight * delta * delta;
        }

        return (Vector.Sum(first), Vector.Sum(second));
    }

    /// <summary>
    /// The same by Gauss-Legendre in panels of 16 nodes, at most 1 wide in xi and at most <c>max(1, |z| / 3)</c> wide in z: the singularities of all
    /// activations lie on the imaginary axis, at least 1 from the real one but for the jumps of second derivatives at z = 0, where a panel
    /// ends. A panel's error is below 1e-16 of it, and a wide distribution costs only a logarithm more.
    /// </summary>
    private static (double First, double Second) ByPanels(Activation activation, double z, double rho, double centre)
    {
        double kink = -z / rho;
        Vector<double> first = default, second = default;
        for (double left = -Range, right; left < Range; left = right)
        {
            right = left + Math.Min(1, Math.Max(1, Math.Abs(z + (rho * left)) / 3) / rho);
            right = Math.Min(Math.Max(right, Math.BitIncrement(left)), left < kink ? Math.Min(kink, Range) : Range);
            AddPanel(activation, z, rho, centre, left, right, ref first, ref second);
        }

        return (Vector.Sum(first), Vector.Sum(second));
    }

    private static void AddPanel(
        Activation activation, double z, double rho, double centre, double left, double right, ref Vector<double> first, ref Vector<double> second)
    {
        Vector<double> middle = Vector.Create((left + right) / 2), half = Vector.Create((right - left) / 2);
        for (int i = 0; i < Legendre.Nodes.Length; i += Vector<double>.Count)
        {
            Vector<double> xi = middle + (half * Vector.Create<double>(Legendre.Nodes.AsSpan(i)));
            Vector<double> weight = Vector.Create(right - left) * Vector.Create<double>(Legendre.Weights.AsSpan(i)) * VectorFunctions.NormalPdf(xi);
            Vector<double> delta = Value(activation, Vector.Create(z) + (Vector.Create(rho) * xi)) - Vector.Create(centre);
            first += weight * delta;
            second += weight * delta * delta;
        }
    }
}
