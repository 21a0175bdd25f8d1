namespace NoiseRegGen.Numerics.Tests.Networks;

/// <summary>A network inside a type inside a generic type.</summary>
internal partial class GenericOuter<TTag>
{
    internal partial struct Middle
    {
        [Mlp(3, 6, 2, Hidden = Activation.Softsign, Output = Activation.Softplus)]
        internal sealed partial class Inner;
    }
}
