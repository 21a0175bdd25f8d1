using NoiseRegGen;

namespace Consumer;

/// <summary>The other precision, inside another type.</summary>
public static partial class Outer
{
    /// <summary>Mixed activations in double precision.</summary>
    [Mlp(3, 8, 1, Activations = new[] { Activation.Softplus, Activation.Sin }, Precision = Precision.Double)]
    public sealed partial class ConsumedDouble;
}
