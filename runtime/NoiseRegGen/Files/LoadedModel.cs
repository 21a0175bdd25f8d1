namespace NoiseRegGen.Files;

/// <summary>A network made from a file.</summary>
/// <typeparam name="TNet">Its class.</typeparam>
/// <param name="Network">The network, with the file's parameters.</param>
/// <param name="Description">What the file says of it.</param>
public sealed record LoadedModel<TNet>(TNet Network, ModelDescription Description)
    where TNet : class;
