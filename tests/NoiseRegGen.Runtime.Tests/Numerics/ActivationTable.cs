using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NoiseRegGen.Numerics;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>All activations with a derivative, by the calls that generated code makes.</summary>
internal static class ActivationTable
{
    // The value bounds are the vector functions' own; a factor z adds up to one rounding (SiLU, GELU). Leaky ReLU: one rounding
    // and that of 0.01 (0.38 ulp). Softsign: two roundings.
    internal static readonly IReadOnlyList<ActivationCase> Cases =
    [
        new("Relu", Relu, Relu, ReferenceActivations.Relu, 0),
        new("LeakyRelu", LeakyRelu, LeakyRelu, ReferenceActivations.LeakyRelu, 0.9),
        new("Elu", Elu, Elu, ReferenceActivations.Elu, 1.4),
        new("Tanh", Tanh, Tanh, ReferenceActivations.Tanh, 2.7),
        new("Sigmoid", Sigmoid, Sigmoid, ReferenceActivations.Sigmoid, 2.4),
        new("Softsign", Softsign, Softsign, ReferenceActivations.Softsign, 1.5),
        new("Softplus", Softplus, Softplus, ReferenceActivations.Softplus, 1.8),
        new("Silu", Silu, Silu, ReferenceActivations.Silu, 3.2),
        new("Gelu", Gelu, Gelu, ReferenceActivations.Gelu, 5),
        new("Sin", Sin, Sin, ReferenceActivations.Sin, 1.7),
    ];

    internal static ActivationCase Find(string name) => Cases.First(activation => activation.Name == name);

    private static Vector<float> Relu(Vector<float> z, int order)
    {
        Vector<float> h = ActivationFunctions.Relu(z);
        return order switch
        {
            0 => h,
            1 => ActivationFunctions.ReluDerivative(h),
            2 => ActivationFunctions.ReluSecondDerivative(h),
            _ => ActivationFunctions.ReluThirdDerivative(h),
        };
    }

    private static Vector<double> Relu(Vector<double> z, int order)
    {
        Vector<double> h = ActivationFunctions.Relu(z);
        return order switch
        {
            0 => h,
            1 => ActivationFunctions.ReluDerivative(h),
            2 => ActivationFunctions.ReluSecondDerivative(h),
            _ => ActivationFunctions.ReluThirdDerivative(h),
        };
    }

    private static Vector<float> LeakyRelu(Vector<float> z, int order)
    {
        Vector<float> h = ActivationFunctions.LeakyRelu(z);
        return order switch
        {
            0 => h,
            1 => ActivationFunctions.LeakyReluDerivative(h),
            2 => ActivationFunctions.LeakyReluSecondDerivative(h),
            _ => ActivationFunctions.LeakyReluThirdDerivative(h),
        };
    }

    private static Vector<double> LeakyRelu(Vector<double> z, int order)
    {
        Vector<double> h = ActivationFunctions.LeakyRelu(z);
        return order switch
        {
            0 => h,
            1 => ActivationFunctions.LeakyReluDerivative(h),
            2 => ActivationFunctions.LeakyReluSecondDerivative(h),
            _ => ActivationFunctions.LeakyReluThirdDerivative(h),
        };
    }

    private static Vector<float> Elu(Vector<float> z, int order)
    {
        Vector<float> h = ActivationFunctions.Elu(z);
        return order switch
        {
            0 => h,
            1 => ActivationFunctions.EluDerivative(h),
            2 => ActivationFunctions.EluSecondDerivative(h),
            _ => ActivationFunctions.EluThirdDerivative(h),
        };
    }

    private static Vector<double> Elu(Vector<double> z, int order)
    {
        Vector<double> h = ActivationFunctions.Elu(z);
        return order switch
        {
            0 => h,
            1 => ActivationFunctions.EluDerivative(h),
            2 => ActivationFunctions.EluSecondDerivative(h),
            _ => ActivationFunctions.EluThirdDerivative(h),
        };
    }

    private static Vector<float> Tanh(Vector<float> z, int order)
    {
        Vector<float> h = ActivationFunctions.Tanh(z);
        return order switch
        {
            0 => h,
            1 => ActivationFunctions.TanhDerivative(h),
            2 => ActivationFunctions.TanhSecondDerivative(h),
            _ => ActivationFunctions.TanhThirdDerivative(h),
        };
    }

    private static Vector<double> Tanh(Vector<double> z, int order)
    {
        Vector<double> h = ActivationFunctions.Tanh(z);
        return order switch
        {
            0 => h,
            1 => ActivationFunctions.TanhDerivative(h),
            2 => ActivationFunctions.TanhSecondDerivative(h),
            _ => ActivationFunctions.TanhThirdDerivative(h),
        };
    }

    private static Vector<float> Sigmoid(Vector<float> z, int order)
    {
        Vector<float> h = ActivationFunctions.Sigmoid(z);
        return order switch
        {
            0 => h,
            1 => ActivationFunctions.SigmoidDerivative(h),
            2 => ActivationFunctions.SigmoidSecondDerivative(h),
            _ => ActivationFunctions.SigmoidThirdDerivative(h),
        };
    }

    private static Vector<double> Sigmoid(Vector<double> z, int order)
    {
        Vector<double> h = ActivationFunctions.Sigmoid(z);
        return order switch
        {
            0 => h,
            1 => ActivationFunctions.SigmoidDerivative(h),
            2 => ActivationFunctions.SigmoidSecondDerivative(h),
            _ => ActivationFunctions.SigmoidThirdDerivative(h),
        };
    }

    private static Vector<float> Softsign(Vector<float> z, int order)
    {
        Vector<float> h = ActivationFunctions.Softsign(z);
        return order switch
        {
            0 => h,
            1 => ActivationFunctions.SoftsignDerivative(h),
            2 => ActivationFunctions.SoftsignSecondDerivative(h),
            _ => ActivationFunctions.SoftsignThirdDerivative(h),
        };
    }

    private static Vector<double> Softsign(Vector<double> z, int order)
    {
        Vector<double> h = ActivationFunctions.Softsign(z);
        return order switch
        {
            0 => h,
            1 => ActivationFunctions.SoftsignDerivative(h),
            2 => ActivationFunctions.SoftsignSecondDerivative(h),
            _ => ActivationFunctions.SoftsignThirdDerivative(h),
        };
    }

    private static Vector<float> Softplus(Vector<float> z, int order)
    {
        Vector<float> h = ActivationFunctions.Softplus(z, out Vector<float> first, out Vector<float> second, out Vector<float> third);
        return order switch { 0 => h, 1 => first, 2 => second, _ => third };
    }

    private static Vector<double> Softplus(Vector<double> z, int order)
    {
        Vector<double> h = ActivationFunctions.Softplus(z, out Vector<double> first, out Vector<double> second, out Vector<double> third);
        return order switch { 0 => h, 1 => first, 2 => second, _ => third };
    }

    private static Vector<float> Silu(Vector<float> z, int order)
    {
        Vector<float> h = ActivationFunctions.Silu(z, out Vector<float> first, out Vector<float> second, out Vector<float> third);
        return order switch { 0 => h, 1 => first, 2 => second, _ => third };
    }

    private static Vector<double> Silu(Vector<double> z, int order)
    {
        Vector<double> h = ActivationFunctions.Silu(z, out Vector<double> first, out Vector<double> second, out Vector<double> third);
        return order switch { 0 => h, 1 => first, 2 => second, _ => third };
    }

    private static Vector<float> Gelu(Vector<float> z, int order)
    {
        Vector<float> h = ActivationFunctions.Gelu(z, out Vector<float> first, out Vector<float> second, out Vector<float> third);
        return order switch { 0 => h, 1 => first, 2 => second, _ => third };
    }

    private static Vector<double> Gelu(Vector<double> z, int order)
    {
        Vector<double> h = ActivationFunctions.Gelu(z, out Vector<double> first, out Vector<double> second, out Vector<double> third);
        return order switch { 0 => h, 1 => first, 2 => second, _ => third };
    }

    private static Vector<float> Sin(Vector<float> z, int order)
    {
        Vector<float> h = ActivationFunctions.Sin(z, out Vector<float> first, out Vector<float> second, out Vector<float> third);
        return order switch { 0 => h, 1 => first, 2 => second, _ => third };
    }

    private static Vector<double> Sin(Vector<double> z, int order)
    {
        Vector<double> h = ActivationFunctions.Sin(z, out Vector<double> first, out Vector<double> second, out Vector<double> third);
        return order switch { 0 => h, 1 => first, 2 => second, _ => third };
    }
}
