using System;

namespace NoiseRegGen.Numerics.Tests.Reference;

internal static partial class ActivationFunction
{
    // With q = s (1 - s): s' = q, s'' = q (1 - 2 s), s''' = q (1 - 6 q), s'''' = q (1 - 2 s) (1 - 12 q); and (z f)^(n) = z f^(n) + n f^(n-1).
    private static double Third(Activation activation, double z) => activation switch
    {
        Activation.Identity or Activation.Relu or Activation.LeakyRelu => 0,
        Activation.Elu => z > 0 ? 0 : Math.Exp(z),
        Activation.Tanh => Math.Pow(1 / Math.Cosh(z), 2) * ((6 * Math.Pow(Math.Tanh(z), 2)) - 2),
        Activation.Sigmoid => SigmoidThird(z),
        Activation.Softplus => SigmoidSecond(z),
        Activation.Softsign => 6 * Math.Pow(1 + Math.Abs(z), -4),
        Activation.Silu => (z * SigmoidThird(z)) + (3 * SigmoidSecond(z)),
        Activation.Gelu => ((z * z * z) - (4 * z)) * NormalDensity(z),
        Activation.Sin => -Math.Cos(z),
        _ => throw new ArgumentOutOfRangeException(nameof(activation)),
    };

    private static double Fourth(Activation activation, double z) => activation switch
    {
        Activation.Identity or Activation.Relu or Activation.LeakyRelu => 0,
        Activation.Elu => z > 0 ? 0 : Math.Exp(z),
        Activation.Tanh => 8 * Math.Tanh(z) * Math.Pow(1 / Math.Cosh(z), 2) * (2 - (3 * Math.Pow(Math.Tanh(z), 2))),
        Activation.Sigmoid => SigmoidFourth(z),
        Activation.Softplus => SigmoidThird(z),
        Activation.Softsign => -24 * Math.Sign(z) * Math.Pow(1 + Math.Abs(z), -5),
        Activation.Silu => (z * SigmoidFourth(z)) + (4 * SigmoidThird(z)),
        Activation.Gelu => (-Math.Pow(z, 4) + (7 * z * z) - 4) * NormalDensity(z),
        Activation.Sin => Math.Sin(z),
        _ => throw new ArgumentOutOfRangeException(nameof(activation)),
    };

    private static double SigmoidFirst(double z) => Sigmoid(z) * Sigmoid(-z);

    private static double SigmoidSecond(double z) => SigmoidFirst(z) * (1 - (2 * Sigmoid(z)));

    private static double SigmoidThird(double z) => SigmoidFirst(z) * (1 - (6 * SigmoidFirst(z)));

    private static double SigmoidFourth(double z) => SigmoidSecond(z) * (1 - (12 * SigmoidFirst(z)));
}
