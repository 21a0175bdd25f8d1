namespace NoiseRegGen.Numerics.Tests.Networks;

/// <summary>Layer sizes from one number to some thousand, from one layer to eight, and none a multiple of a vector's length.</summary>
internal static partial class Shapes
{
    [Mlp(1, 1)]
    internal sealed partial class OneToOneSingle;

    [Mlp(1, 1, Precision = Precision.Double)]
    internal sealed partial class OneToOneDouble;

    [Mlp(5, 3)]
    internal sealed partial class LinearSingle;

    [Mlp(5, 3, Precision = Precision.Double)]
    internal sealed partial class LinearDouble;

    [Mlp(2, 3, 4, 2, Hidden = Activation.Identity)]
    internal sealed partial class DeepLinearSingle;

    [Mlp(2, 3, 4, 2, Hidden = Activation.Identity, Precision = Precision.Double)]
    internal sealed partial class DeepLinearDouble;

    [Mlp(1, 1, 1, Hidden = Activation.Identity)]
    internal sealed partial class ScalarChainSingle;

    [Mlp(1, 1, 1, Hidden = Activation.Identity, Precision = Precision.Double)]
    internal sealed partial class ScalarChainDouble;

    [Mlp(1, 7, 1)]
    internal sealed partial class NarrowSingle;

    [Mlp(1, 7, 1, Precision = Precision.Double)]
    internal sealed partial class NarrowDouble;

    [Mlp(4, 4, 1, Hidden = Activation.Softplus)]
    internal sealed partial class SquareSingle;

    [Mlp(4, 4, 1, Hidden = Activation.Softplus, Precision = Precision.Double)]
    internal sealed partial class SquareDouble;

    [Mlp(8, 64, 64, 1)]
    internal sealed partial class TwoHiddenSingle;

    [Mlp(8, 64, 64, 1, Precision = Precision.Double)]
    internal sealed partial class TwoHiddenDouble;

    [Mlp(13, 50, 1, Hidden = Activation.Silu)]
    internal sealed partial class WideHiddenSingle;

    [Mlp(13, 50, 1, Hidden = Activation.Silu, Precision = Precision.Double)]
    internal sealed partial class WideHiddenDouble;

    [Mlp(33, 5, 19, 2, Output = Activation.Sigmoid)]
    internal sealed partial class RaggedSingle;

    [Mlp(33, 5, 19, 2, Output = Activation.Sigmoid, Precision = Precision.Double)]
    internal sealed partial class RaggedDouble;

    [Mlp(17, 93, 61, 3, Hidden = Activation.Gelu)]
    internal sealed partial class LargeSingle;

    [Mlp(17, 93, 61, 3, Hidden = Activation.Gelu, Precision = Precision.Double)]
    internal sealed partial class LargeDouble;

    [Mlp(3, 4, 5, 3, 6, 2, 4, 3, 2)]
    internal sealed partial class EightLayersSingle;

    [Mlp(3, 4, 5, 3, 6, 2, 4, 3, 2, Precision = Precision.Double)]
    internal sealed partial class EightLayersDouble;

    [Mlp(3, 300, 2, Hidden = Activation.Elu)]
    internal sealed partial class BeyondStackSingle;

    [Mlp(3, 300, 2, Hidden = Activation.Elu, Precision = Precision.Double)]
    internal sealed partial class BeyondStackDouble;

    // Inputs, in both kinds of layers, of which a few are left beyond whole groups; the most outputs whose weight gradient needs no groups.
    [Mlp(18, 36, 7, 4)]
    internal sealed partial class LeftOverSingle;

    [Mlp(18, 36, 7, 4, Precision = Precision.Double)]
    internal sealed partial class LeftOverDouble;

    // Wide enough that the weight gradient packs its rows, with a part of a group of inputs left over.
    [Mlp(203, 37, 2)]
    internal sealed partial class WideInputSingle;

    [Mlp(203, 37, 2, Precision = Precision.Double)]
    internal sealed partial class WideInputDouble;

    // Rows 2 KB apart, which the pass of a single example staggers; more than four vectors of rows, and some left over, at every width.
    [Mlp(512, 69, 3)]
    internal sealed partial class CrowdedRowsSingle;

    [Mlp(256, 35, 3, Precision = Precision.Double)]
    internal sealed partial class CrowdedRowsDouble;

    // The columns of W2 are many enough to be packed, in tiles of two heights; its squares too.
    [Mlp(2, 23, 269, 3)]
    internal sealed partial class PackedColumnsSingle;

    [Mlp(2, 23, 269, 3, Precision = Precision.Double)]
    internal sealed partial class PackedColumnsDouble;
}
