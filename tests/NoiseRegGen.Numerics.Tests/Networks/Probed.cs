namespace NoiseRegGen.Numerics.Tests.Networks;

/// <summary>Networks whose Laplacians are estimated by random signs.</summary>
internal static partial class Probed
{
    [Mlp(3, 7, 5, 2, Hidden = Activation.Tanh, Output = Activation.Tanh, Laplacian = LaplacianMethod.Probe, Precision = Precision.Double)]
    internal sealed partial class TanhDouble;

    [Mlp(3, 7, 5, 2, Hidden = Activation.Tanh, Output = Activation.Tanh, Laplacian = LaplacianMethod.Probe)]
    internal sealed partial class TanhSingle;

    [Mlp(3, 7, 5, 2, Hidden = Activation.Elu, Output = Activation.Elu, Laplacian = LaplacianMethod.Probe, Precision = Precision.Double)]
    internal sealed partial class EluDouble;

    [Mlp(3, 7, 5, 2, Hidden = Activation.Sigmoid, Output = Activation.Sigmoid, Laplacian = LaplacianMethod.Probe, Precision = Precision.Double)]
    internal sealed partial class SigmoidDouble;

    [Mlp(3, 7, 5, 2, Hidden = Activation.Softplus, Output = Activation.Softplus, Laplacian = LaplacianMethod.Probe, Precision = Precision.Double)]
    internal sealed partial class SoftplusDouble;

    [Mlp(3, 7, 5, 2, Hidden = Activation.Softsign, Output = Activation.Softsign, Laplacian = LaplacianMethod.Probe, Precision = Precision.Double)]
    internal sealed partial class SoftsignDouble;

    [Mlp(3, 7, 5, 2, Hidden = Activation.Silu, Output = Activation.Silu, Laplacian = LaplacianMethod.Probe, Precision = Precision.Double)]
    internal sealed partial class SiluDouble;

    [Mlp(3, 7, 5, 2, Hidden = Activation.Gelu, Output = Activation.Gelu, Laplacian = LaplacianMethod.Probe)]
    internal sealed partial class GeluSingle;

    [Mlp(3, 7, 5, 2, Hidden = Activation.Sin, Output = Activation.Sin, Laplacian = LaplacianMethod.Probe, Precision = Precision.Double)]
    internal sealed partial class SinDouble;

    [Mlp(3, 7, 5, 2, Hidden = Activation.Relu, Output = Activation.Relu, Laplacian = LaplacianMethod.Probe, Precision = Precision.Double)]
    internal sealed partial class ReluDouble;

    [Mlp(2, 3, 1, Laplacian = LaplacianMethod.Probe, Precision = Precision.Double)]
    internal sealed partial class OneHiddenDouble;

    [Mlp(6, 5, 11, 4, 2, Activations = [Activation.Gelu, Activation.LeakyRelu, Activation.Sin, Activation.Identity], Laplacian = LaplacianMethod.Probe, Precision = Precision.Double)]
    internal sealed partial class MixedDouble;

    [Mlp(3, 4, 5, 3, 6, 2, Output = Activation.Softplus, Laplacian = LaplacianMethod.Probe)]
    internal sealed partial class DeepSingle;

    [Mlp(4, 2, Output = Activation.Silu, Laplacian = LaplacianMethod.Probe, Precision = Precision.Double)]
    internal sealed partial class OneLayerDouble;
}
