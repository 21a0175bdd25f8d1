namespace NoiseRegGen.Generator.Emit.Kernels;

/// <summary>What the sums of a product start from.</summary>
internal enum ProductStart
{
    /// <summary>The bias of the row: <c>Z = W X + b</c>.</summary>
    Bias,

    /// <summary>What stands in the result: <c>Z += W X</c>.</summary>
    Result,

    /// <summary>Zero: <c>Z = W X</c>.</summary>
    Zero,
}
