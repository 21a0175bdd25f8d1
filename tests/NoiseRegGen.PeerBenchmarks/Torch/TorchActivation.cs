using System;
using static TorchSharp.torch;

namespace NoiseRegGen.PeerBenchmarks.Torch;

/// <summary>The hidden activation and its derivatives by tensor operations, differentiable themselves.</summary>
internal sealed class TorchActivation(Activation kind)
{
    private static readonly float s_rootHalf = MathF.Sqrt(0.5f);
    private static readonly float s_density = 1 / MathF.Sqrt(2 * MathF.PI);

    /// <summary>Whether there is a second derivative.</summary>
    internal bool IsCurved => kind != Activation.Relu;

    internal Tensor Value(Tensor z) => kind switch
    {
        Activation.Tanh => z.tanh(),
        Activation.Relu => z.relu(),
        Activation.Gelu => nn.functional.gelu(z),
        _ => throw new NotSupportedException($"No network of the comparison uses {kind}."),
    };

    /// <summary>sigma': 1 - h^2; [z > 0]; Phi(z) + z phi(z).</summary>
    internal Tensor Slope(Tensor z, Tensor h) => kind switch
    {
        Activation.Tanh => 1 - h.square(),
        Activation.Relu => z.detach().gt(0).to_type(ScalarType.Float32),
        _ => ((z * s_rootHalf).erf() + 1) * 0.5f + (z * Density(z)),
    };

    /// <summary>sigma'' of a curved activation: -2 h (1 - h^2); phi(z) (2 - z^2).</summary>
    internal Tensor Curvature(Tensor z, Tensor h, Tensor slope) => kind switch
    {
        Activation.Tanh => h * slope * -2,
        _ => Density(z) * (2 - z.square()),
    };

    private static Tensor Density(Tensor z) => (z.square() * -0.5f).exp() * s_density;
}
