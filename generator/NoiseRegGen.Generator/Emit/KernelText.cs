using System.Collections.Generic;

namespace NoiseRegGen.Generator.Emit;

/// <summary>A kernel whose text does not depend on the network's shape.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its text, with <c>Real</c> for the number type.</param>
/// <param name="DoubleText">Its text in double precision, where that is not the same with another number type.</param>
/// <param name="Uses">The kernels that it calls.</param>
internal sealed record KernelText(string Name, string Text, string? DoubleText = null, IReadOnlyList<KernelText>? Uses = null)
{
    internal string For(string real) => real == "double" && DoubleText is not null ? DoubleText : Text.Replace("Real", real);
}
