namespace NoiseRegGen.Onnx.Tests.Networks;

/// <summary>Every activation, on hidden and output layers, in the shape of the files that PyTorch wrote.</summary>
internal static partial class Activated
{
    [Mlp(3, 5, 4, 2, Hidden = Activation.Identity, Output = Activation.Identity)]
    internal sealed partial class IdentitySingle;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Identity, Output = Activation.Identity, Precision = Precision.Double)]
    internal sealed partial class IdentityDouble;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Relu, Output = Activation.Relu)]
    internal sealed partial class ReluSingle;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Relu, Output = Activation.Relu, Precision = Precision.Double)]
    internal sealed partial class ReluDouble;

    [Mlp(3, 5, 4, 2, Hidden = Activation.LeakyRelu, Output = Activation.LeakyRelu)]
    internal sealed partial class LeakyReluSingle;

    [Mlp(3, 5, 4, 2, Hidden = Activation.LeakyRelu, Output = Activation.LeakyRelu, Precision = Precision.Double)]
    internal sealed partial class LeakyReluDouble;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Elu, Output = Activation.Elu)]
    internal sealed partial class EluSingle;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Elu, Output = Activation.Elu, Precision = Precision.Double)]
    internal sealed partial class EluDouble;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Tanh, Output = Activation.Tanh)]
    internal sealed partial class TanhSingle;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Tanh, Output = Activation.Tanh, Precision = Precision.Double)]
    internal sealed partial class TanhDouble;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Sigmoid, Output = Activation.Sigmoid)]
    internal sealed partial class SigmoidSingle;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Sigmoid, Output = Activation.Sigmoid, Precision = Precision.Double)]
    internal sealed partial class SigmoidDouble;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Softplus, Output = Activation.Softplus)]
    internal sealed partial class SoftplusSingle;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Softplus, Output = Activation.Softplus, Precision = Precision.Double)]
    internal sealed partial class SoftplusDouble;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Softsign, Output = Activation.Softsign)]
    internal sealed partial class SoftsignSingle;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Softsign, Output = Activation.Softsign, Precision = Precision.Double)]
    internal sealed partial class SoftsignDouble;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Silu, Output = Activation.Silu)]
    internal sealed partial class SiluSingle;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Silu, Output = Activation.Silu, Precision = Precision.Double)]
    internal sealed partial class SiluDouble;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Gelu, Output = Activation.Gelu)]
    internal sealed partial class GeluSingle;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Gelu, Output = Activation.Gelu, Precision = Precision.Double)]
    internal sealed partial class GeluDouble;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Sin, Output = Activation.Sin)]
    internal sealed partial class SinSingle;

    [Mlp(3, 5, 4, 2, Hidden = Activation.Sin, Output = Activation.Sin, Precision = Precision.Double)]
    internal sealed partial class SinDouble;
}
