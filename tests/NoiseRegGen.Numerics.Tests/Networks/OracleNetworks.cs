namespace NoiseRegGen.Numerics.Tests.Networks;

/// <summary>The networks of the oracle's files.</summary>
internal static partial class OracleNetworks
{
    [Mlp(3, 1)]
    internal sealed partial class ScalarLinearSingle;

    [Mlp(3, 1, Precision = Precision.Double)]
    internal sealed partial class ScalarLinearDouble;

    [Mlp(2, 3, 1)]
    internal sealed partial class OneHiddenTanhSingle;

    [Mlp(2, 3, 1, Precision = Precision.Double)]
    internal sealed partial class OneHiddenTanhDouble;

    [Mlp(1, 13, 1, Hidden = Activation.LeakyRelu, Output = Activation.Tanh)]
    internal sealed partial class LeakySingle;

    [Mlp(1, 13, 1, Hidden = Activation.LeakyRelu, Output = Activation.Tanh, Precision = Precision.Double)]
    internal sealed partial class LeakyDouble;

    [Mlp(3, 8, 2, Hidden = Activation.Elu, Output = Activation.Sigmoid)]
    internal sealed partial class SquashedOutputSingle;

    [Mlp(3, 8, 2, Hidden = Activation.Elu, Output = Activation.Sigmoid, Precision = Precision.Double)]
    internal sealed partial class SquashedOutputDouble;

    [Mlp(4, 9, 3, Hidden = Activation.Softplus)]
    internal sealed partial class VectorOutputSingle;

    [Mlp(4, 9, 3, Hidden = Activation.Softplus, Precision = Precision.Double)]
    internal sealed partial class VectorOutputDouble;

    [Mlp(5, 7, 6, 1, Hidden = Activation.Relu)]
    internal sealed partial class ReluSingle;

    [Mlp(5, 7, 6, 1, Hidden = Activation.Relu, Precision = Precision.Double)]
    internal sealed partial class ReluDouble;

    [Mlp(8, 16, 16, 1)]
    internal sealed partial class TwoHiddenTanhSingle;

    [Mlp(8, 16, 16, 1, Precision = Precision.Double)]
    internal sealed partial class TwoHiddenTanhDouble;

    [Mlp(6, 5, 11, 4, 2, Activations = new[] { Activation.Gelu, Activation.Silu, Activation.Sin, Activation.Identity })]
    internal sealed partial class MixedSingle;

    [Mlp(6, 5, 11, 4, 2, Activations = [Activation.Gelu, Activation.Silu, Activation.Sin, Activation.Identity], Precision = Precision.Double)]
    internal sealed partial class MixedDouble;
}
