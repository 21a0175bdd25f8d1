namespace NoiseRegGen.Onnx.Tests.Networks;

/// <summary>Networks of other shapes, and with several activations.</summary>
internal static partial class Mixed
{
    [Mlp(3, 5, 4, 2, Activations = [Activation.Silu, Activation.Silu, Activation.Identity])]
    internal sealed partial class SiluSiluIdentity;

    [Mlp(3, 5, 4, 2, Activations = [Activation.Gelu, Activation.Gelu, Activation.Identity])]
    internal sealed partial class GeluGeluIdentity;

    [Mlp(3, 5, 4, 2, Activations = [Activation.Gelu, Activation.Gelu, Activation.Identity], Precision = Precision.Double)]
    internal sealed partial class GeluGeluIdentityDouble;

    [Mlp(3, 5, 4, 2, Activations = [Activation.Tanh, Activation.Tanh, Activation.Identity])]
    internal sealed partial class TanhTanhIdentity;

    [Mlp(3, 5, 4, 2, Activations = [Activation.Tanh, Activation.Tanh, Activation.Identity], Precision = Precision.Double)]
    internal sealed partial class TanhTanhIdentityDouble;

    [Mlp(3, 5, 4, 2, Activations = [Activation.Elu, Activation.Elu, Activation.Identity])]
    internal sealed partial class EluEluIdentity;

    [Mlp(3, 5, 4, 2, Activations = [Activation.Relu, Activation.Tanh, Activation.Identity])]
    internal sealed partial class ReluTanhIdentity;

    [Mlp(3, 5, 4, 2, Activations = [Activation.Relu, Activation.Relu, Activation.Identity])]
    internal sealed partial class ReluReluIdentity;

    [Mlp(3, 5, 4, 2, Activations = [Activation.Sin, Activation.Softsign, Activation.Identity])]
    internal sealed partial class SinSoftsignIdentity;

    [Mlp(3, 5, 6, 2)]
    internal sealed partial class Wider;

    [Mlp(3, 5, 2)]
    internal sealed partial class Shallower;

    [Mlp(3, 5, 4, 2, 2)]
    internal sealed partial class Deeper;

    [Mlp(1, 1)]
    internal sealed partial class Scalar;
}
