using System;
using System.Numerics;
using NoiseRegGen;
using NoiseRegGen.Numerics;

namespace CompareRegularizers.Equivalence;

/// <summary>An activation with its first two derivatives.</summary>
internal static class ActivationJet
{
    /// <summary>The value at <paramref name="z"/> and both derivatives; at a kink <c>sigma'' = 0</c>, the library's convention.</summary>
    internal static Vector<double> Evaluate(
        Activation activation, Vector<double> z, out Vector<double> first, out Vector<double> second)
    {
        switch (activation)
        {
            case Activation.Softplus:
                return ActivationFunctions.Softplus(z, out first, out second);
            case Activation.Silu:
                return ActivationFunctions.Silu(z, out first, out second);
            case Activation.Gelu:
                return ActivationFunctions.Gelu(z, out first, out second);
            case Activation.Sin:
                return ActivationFunctions.Sin(z, out first, out second);
            default:
                Vector<double> h = Value(activation, z);
                (first, second) = DerivativesFromValue(activation, h);
                return h;
        }
    }

    private static Vector<double> Value(Activation activation, Vector<double> z) => activation switch
    {
        Activation.Identity => z,
        Activation.Relu => ActivationFunctions.Relu(z),
        Activation.LeakyRelu => ActivationFunctions.LeakyRelu(z),
        Activation.Elu => ActivationFunctions.Elu(z),
        Activation.Tanh => ActivationFunctions.Tanh(z),
        Activation.Sigmoid => ActivationFunctions.Sigmoid(z),
        Activation.Softsign => ActivationFunctions.Softsign(z),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, null),
    };

    private static (Vector<double> First, Vector<double> Second) DerivativesFromValue(Activation activation, Vector<double> h) =>
        activation switch
        {
            Activation.Identity => (Vector<double>.One, Vector<double>.Zero),
            Activation.Relu => (ActivationFunctions.ReluDerivative(h), ActivationFunctions.ReluSecondDerivative(h)),
            Activation.LeakyRelu => (ActivationFunctions.LeakyReluDerivative(h), ActivationFunctions.LeakyReluSecondDerivative(h)),
            Activation.Elu => (ActivationFunctions.EluDerivative(h), ActivationFunctions.EluSecondDerivative(h)),
            Activation.Tanh => (ActivationFunctions.TanhDerivative(h), ActivationFunctions.TanhSecondDerivative(h)),
            Activation.Sigmoid => (ActivationFunctions.SigmoidDerivative(h), ActivationFunctions.SigmoidSecondDerivative(h)),
            _ => (ActivationFunctions.SoftsignDerivative(h), ActivationFunctions.SoftsignSecondDerivative(h)),
        };
}
