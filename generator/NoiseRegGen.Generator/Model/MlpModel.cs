namespace NoiseRegGen.Generator.Model;

/// <summary>All that the emitted text depends on.</summary>
/// <param name="Type">The user's class.</param>
/// <param name="Network">Its layers and number type.</param>
/// <param name="AttributeText">The attribute as read, one line, normalised: <c>[Mlp(8, 64, 64, 1, Hidden = Activation.Tanh)]</c>.</param>
/// <param name="File">The file that defines the network, as the attribute names it; null where the attribute itself does.</param>
/// <param name="ParametersSha256">The hash of the parameters that the file names, or null.</param>
internal sealed record MlpModel(
    TypeModel Type, NetworkModel Network, string AttributeText, string? File = null, string? ParametersSha256 = null);
