namespace NoiseRegGen.Numerics.Tests.Networks;

/// <summary>One hidden layer of every activation and a linear output: the law of its noisy output is known.</summary>
internal static partial class OneHidden
{
    [Mlp(2, 5, 1, Hidden = Activation.Identity, Precision = Precision.Double)]
    internal sealed partial class Identity;

    [Mlp(2, 5, 1, Hidden = Activation.Relu, Precision = Precision.Double)]
    internal sealed partial class Relu;

    [Mlp(2, 5, 1, Hidden = Activation.LeakyRelu, Precision = Precision.Double)]
    internal sealed partial class LeakyRelu;

    [Mlp(2, 5, 1, Hidden = Activation.Elu, Precision = Precision.Double)]
    internal sealed partial class Elu;

    [Mlp(2, 5, 1, Hidden = Activation.Tanh, Precision = Precision.Double)]
    internal sealed partial class Tanh;

    [Mlp(2, 5, 1, Hidden = Activation.Sigmoid, Precision = Precision.Double)]
    internal sealed partial class Sigmoid;

    [Mlp(2, 5, 1, Hidden = Activation.Softplus, Precision = Precision.Double)]
    internal sealed partial class Softplus;

    [Mlp(2, 5, 1, Hidden = Activation.Softsign, Precision = Precision.Double)]
    internal sealed partial class Softsign;

    [Mlp(2, 5, 1, Hidden = Activation.Silu, Precision = Precision.Double)]
    internal sealed partial class Silu;

    [Mlp(2, 5, 1, Hidden = Activation.Gelu, Precision = Precision.Double)]
    internal sealed partial class Gelu;

    [Mlp(2, 5, 1, Hidden = Activation.Sin, Precision = Precision.Double)]
    internal sealed partial class Sin;
}
