namespace NoiseRegGen.Generator.Model;

/// <summary>What a network's file says.</summary>
/// <param name="Network">Layers and number type; how Laplacians are found is not the file's to say.</param>
/// <param name="ParametersSha256">The SHA-256 of the parameters that belong to it, 64 lower-case hexadecimal digits; null where it names none.</param>
internal sealed record NetworkDefinition(NetworkModel Network, string? ParametersSha256);
