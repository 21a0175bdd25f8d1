using System;
using NoiseRegGen.Numerics.Tests.Reference;

namespace NoiseRegGen.Numerics.Tests.ClosedForms;

/// <summary>
/// The law of the noisy output of a network with one hidden layer and one linear output, exactly (theory 1.9): the hidden
/// pre-activations are independent <c>N(z_j, eta (||x||^2 + 1))</c>.
/// </summary>
internal static class OneHiddenLayer
{
    /// <summary><c>ybar = b + sum w_j E1_j</c> and <c>Var = eta + sum w_j^2 (E2_j - E1_j^2) + eta E2_j</c>.</summary>
    public static OutputMoments Moments(NetworkShape shape, double[] w, double[] x, double eta)
    {
        if (shape.LayerCount != 2 || shape.OutputSize != 1 || shape.Activations[1] != Activation.Identity)
            throw new ArgumentException("One hidden layer and one linear output expected.");
        int output = shape.WeightOffset(2);
        double mean = w[shape.BiasOffset(2)], variance = eta, s = 1;
        foreach (double value in x)
            s += value * value;
        for (int j = 0; j < shape.Sizes[1]; j++)
        {
            double z = w[shape.BiasOffset(1) + j];
            for (int i = 0; i < x.Length; i++)
                z += w[(j * x.Length) + i] * x[i];
            (double first, double second) = ActivationMoments(shape.Activations[0], z, Math.Sqrt(eta * s));
            mean += w[output + j] * first;
            variance += (w[output + j] * w[output + j] * (second - (first * first))) + (eta * second);
        }

        return new(mean, variance);
    }

    /// <summary><c>E sigma(z + rho xi)</c> and <c>E sigma(z + rho xi)^2</c>.</summary>
    public static (double First, double Second) ActivationMoments(Activation activation, double z, double rho)
    {
        if (activation == Activation.Relu)
            return Relu(z, rho);
        double Value(double xi) => ActivationFunction.Derivative(activation, 0, z + (rho * xi));
        return (NormalExpectation.Of(Value, -z / rho), NormalExpectation.Of(xi => Value(xi) * Value(xi), -z / rho));
    }

    /// <summary><c>z Phi(t) + rho phi(t)</c> and <c>(z^2 + rho^2) Phi(t) + z rho phi(t)</c>, <c>t = z / rho</c>.</summary>
    private static (double First, double Second) Relu(double z, double rho)
    {
        double phi = ActivationFunction.NormalDensity(z / rho), distribution = ActivationFunction.NormalDistribution(z / rho);
        return ((z * distribution) + (rho * phi), (((z * z) + (rho * rho)) * distribution) + (z * rho * phi));
    }
}
