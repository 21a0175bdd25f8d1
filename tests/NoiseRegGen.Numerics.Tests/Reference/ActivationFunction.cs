using System;
using MathNet.Numerics;

namespace NoiseRegGen.Numerics.Tests.Reference;

/// <summary>The eleven activations and their first four derivatives from their definitions, one number at a time.</summary>
internal static partial class ActivationFunction
{
    /// <summary><c>sigma^(order)(z)</c> for order 0 to 4, without Dirac masses at kinks and jumps.</summary>
    public static double Derivative(Activation activation, int order, double z) => order switch
    {
        0 => Value(activation, z),
        1 => First(activation, z),
        2 => Second(activation, z),
        3 => Third(activation, z),
        4 => Fourth(activation, z),
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "0 to 4 expected."),
    };

    private static double Value(Activation activation, double z) => activation switch
    {
        Activation.Identity => z,
        Activation.Relu => z > 0 ? z : 0,
        Activation.LeakyRelu => z > 0 ? z : 0.01 * z,
        Activation.Elu => z > 0 ? z : ExpMinusOne(z),
        Activation.Tanh => Math.Tanh(z),
        Activation.Sigmoid => Sigmoid(z),
        Activation.Softplus => Math.Max(z, 0) + LogOnePlus(Math.Exp(-Math.Abs(z))),
        Activation.Softsign => z / (1 + Math.Abs(z)),
        Activation.Silu => z * Sigmoid(z),
        Activation.Gelu => z * NormalDistribution(z),
        Activation.Sin => Math.Sin(z),
        _ => throw new ArgumentOutOfRangeException(nameof(activation)),
    };

    private static double First(Activation activation, double z) => activation switch
    {
        Activation.Identity => 1,
        Activation.Relu => z > 0 ? 1 : 0,
        Activation.LeakyRelu => z > 0 ? 1 : 0.01,
        Activation.Elu => z > 0 ? 1 : Math.Exp(z),
        Activation.Tanh => Math.Pow(1 / Math.Cosh(z), 2),
        Activation.Sigmoid => Sigmoid(z) * Sigmoid(-z),
        Activation.Softplus => Sigmoid(z),
        Activation.Softsign => Math.Pow(1 + Math.Abs(z), -2),
        Activation.Silu => Sigmoid(z) + (z * Sigmoid(z) * Sigmoid(-z)),
        Activation.Gelu => NormalDistribution(z) + (z * NormalDensity(z)),
        Activation.Sin => Math.Cos(z),
        _ => throw new ArgumentOutOfRangeException(nameof(activation)),
    };

    private static double Second(Activation activation, double z) => activation switch
    {
        Activation.Identity or Activation.Relu or Activation.LeakyRelu => 0,
        Activation.Elu => z > 0 ? 0 : Math.Exp(z),
        Activation.Tanh => -2 * Math.Tanh(z) * Math.Pow(1 / Math.Cosh(z), 2),
        Activation.Sigmoid => Sigmoid(z) * Sigmoid(-z) * (1 - (2 * Sigmoid(z))),
        Activation.Softplus => Sigmoid(z) * Sigmoid(-z),
        Activation.Softsign => -2 * Math.Sign(z) * Math.Pow(1 + Math.Abs(z), -3),
        Activation.Silu => Sigmoid(z) * Sigmoid(-z) * (2 + (z * (1 - (2 * Sigmoid(z))))),
        Activation.Gelu => (2 - (z * z)) * NormalDensity(z),
        Activation.Sin => -Math.Sin(z),
        _ => throw new ArgumentOutOfRangeException(nameof(activation)),
    };

    private static double Sigmoid(double z) => z >= 0 ? 1 / (1 + Math.Exp(-z)) : Math.Exp(z) / (1 + Math.Exp(z));

    public static double NormalDistribution(double z) => 0.5 * SpecialFunctions.Erfc(-z / Math.Sqrt(2));

    public static double NormalDensity(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    // e^z - 1 = 2 e^(z/2) sinh(z/2) cancels nowhere near 0, and far below 0 it would be 0 times infinity.
    private static double ExpMinusOne(double z) => z < -1 ? Math.Exp(z) - 1 : 2 * Math.Exp(z / 2) * Math.Sinh(z / 2);

    // log(1 + x) for x >= 0, with the rounding of 1 + x taken back to first order.
    private static double LogOnePlus(double x)
    {
        double u = 1 + x;
        return Math.Log(u) - ((u - 1 - x) / u);
    }
}
