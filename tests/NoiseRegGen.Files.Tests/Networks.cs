namespace NoiseRegGen.Files.Tests;

/// <summary>The networks under test.</summary>
internal static partial class Networks
{
    [Mlp(3, 4, 2)]
    internal sealed partial class Small;

    [Mlp(3, 4, 2, Precision = Precision.Double)]
    internal sealed partial class SmallDouble;

    /// <summary>The shape of <see cref="Small"/> with other activations.</summary>
    [Mlp(3, 4, 2, Activations = [Activation.Gelu, Activation.Sigmoid])]
    internal sealed partial class SmallGelu;

    [Mlp(2, 1)]
    internal sealed partial class OneLayer;

    [Mlp(8, 64, 64, 1)]
    internal sealed partial class Friction;

    [Mlp(2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 1, Activations =
        [Activation.Identity, Activation.Relu, Activation.LeakyRelu, Activation.Elu, Activation.Tanh, Activation.Sigmoid,
         Activation.Softplus, Activation.Softsign, Activation.Silu, Activation.Gelu, Activation.Sin], Precision = Precision.Double)]
    internal sealed partial class EveryActivation;
}
