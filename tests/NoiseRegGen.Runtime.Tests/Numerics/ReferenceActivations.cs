namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>The activations and their derivatives of order 0 to 3 as closed forms of <c>z</c>, in double-double arithmetic.</summary>
internal static class ReferenceActivations
{
    internal static DoubleDouble Relu(double z, int order) => order switch
    {
        0 => z > 0 ? z : 0,
        1 => z > 0 ? 1 : 0,
        _ => 0,
    };

    internal static DoubleDouble LeakyRelu(double z, int order) => order switch
    {
        0 => z > 0 ? z : (DoubleDouble)z / 100,
        1 => z > 0 ? 1 : (DoubleDouble)1 / 100,
        _ => 0,
    };

    internal static DoubleDouble Elu(double z, int order)
    {
        if (z > 0)
            return order == 0 ? z : order == 1 ? 1 : 0;
        return order == 0 ? ReferenceFunctions.ExpM1(z) : ReferenceFunctions.Exp(z);
    }

    // sech^2 z = 1 - tanh^2 z, as 4 e / (1 + e)^2 with e = e^(-2|z|), which does not cancel.
    internal static DoubleDouble Tanh(double z, int order)
    {
        DoubleDouble h = ReferenceFunctions.Tanh(z);
        DoubleDouble e = ReferenceFunctions.Exp((DoubleDouble)(-2) * ((DoubleDouble)z).Abs());
        DoubleDouble slope = e * 4 / ((e + 1) * (e + 1));
        return order switch { 0 => h, 1 => slope, 2 => h * slope * -2, _ => slope * (h * h * 6 - 2) };
    }

    internal static DoubleDouble Sigmoid(double z, int order)
    {
        DoubleDouble s = ReferenceFunctions.Sigmoid(z);
        DoubleDouble w = s * ReferenceFunctions.Sigmoid(-z);
        return order switch { 0 => s, 1 => w, 2 => w * (s * -2 + 1), _ => w * (w * -6 + 1) };
    }

    // With u = 1 / (1 + |z|): u^2, -2 sgn(z) u^3, 6 u^4; at the jump of sigma'' the mean 0.
    internal static DoubleDouble Softsign(double z, int order)
    {
        DoubleDouble u = (DoubleDouble)1 / (((DoubleDouble)z).Abs() + 1);
        double sign = z > 0 ? 1 : z < 0 ? -1 : 0;
        return order switch { 0 => u * z, 1 => u * u, 2 => u * u * u * (-2 * sign), _ => u * u * u * u * 6 };
    }

    internal static DoubleDouble Softplus(double z, int order) =>
        order == 0 ? ReferenceFunctions.Softplus(z) : Sigmoid(z, order - 1);

    // Leibniz' rule for z sigmoid(z): the k-th derivative is z s^(k) + k s^(k-1).
    internal static DoubleDouble Silu(double z, int order)
    {
        DoubleDouble product = Sigmoid(z, order) * z;
        return order == 0 ? product : product + Sigmoid(z, order - 1) * order;
    }

    // Leibniz' rule for z Phi(z), with Phi' = phi, Phi'' = -z phi, Phi''' = (z^2 - 1) phi.
    internal static DoubleDouble Gelu(double z, int order)
    {
        DoubleDouble product = NormalCdf(z, order) * z;
        return order == 0 ? product : product + NormalCdf(z, order - 1) * order;
    }

    internal static DoubleDouble Sin(double z, int order) => order switch
    {
        0 => ReferenceFunctions.Sin(z),
        1 => ReferenceFunctions.Cos(z),
        2 => -ReferenceFunctions.Sin(z),
        _ => -ReferenceFunctions.Cos(z),
    };

    private static DoubleDouble NormalCdf(double z, int order)
    {
        if (order == 0)
            return ReferenceFunctions.NormalCdf(z);
        DoubleDouble density = ReferenceFunctions.NormalPdf(z);
        return order switch { 1 => density, 2 => -density * z, _ => density * ((DoubleDouble)z * z - 1) };
    }
}
