using System;
using System.IO;
using System.Numerics;
using NoiseRegGen.Files.Safetensors;

namespace NoiseRegGen.Files;

/// <summary>Saves networks as safetensors files and loads them back, and loads those of other programs.</summary>
/// <remarks>
/// The format and the guarantees are in README.md beside this file's source. In short: a save is complete or has not happened; a
/// load checks everything before it changes a network. A file may be loaded while it is replaced by a save; two saves of one name at
/// the same time may disturb each other.
/// </remarks>
public static partial class ModelFile
{
    /// <summary>The name of the description that is saved beside a model: its extension replaced by <c>.mlp.json</c>.</summary>
    /// <param name="path">The model's file, such as <c>friction.safetensors</c>.</param>
    public static string DescriptionPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Path.ChangeExtension(path, ".mlp.json");
    }

    /// <summary>
    /// Saves a network: the parameters as safetensors, and beside them the small text file of <see cref="DescriptionPath"/>. Both
    /// replace older ones only when they are complete on the disk.
    /// </summary>
    /// <param name="network">The network; nobody may write its parameters meanwhile.</param>
    /// <param name="path">The file to write, such as <c>friction.safetensors</c>.</param>
    /// <param name="data">The table it was trained on, or null.</param>
    /// <exception cref="ArgumentException">
    /// A parameter is not finite, <paramref name="data"/> has other numbers of columns than the network, or
    /// <paramref name="path"/> is a description's.
    /// </exception>
    /// <exception cref="IOException">The disk failed; the older files are as they were.</exception>
    public static void Save<TNet, T>(IMlp<TNet, T> network, string path, DataDescription? data = null)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        => Save(network, path, data, FileLayer.Disk);

    /// <summary>Makes a network from a file.</summary>
    /// <typeparam name="TNet">The network's class: the file must fit it.</typeparam>
    /// <typeparam name="T">Its number type.</typeparam>
    /// <param name="path">A safetensors file, of this library or another program.</param>
    /// <param name="options">What the file may be; null for the defaults.</param>
    /// <exception cref="ModelFileException">The file is damaged or does not fit the network.</exception>
    public static LoadedModel<TNet> Load<TNet, T>(string path, ModelLoadOptions? options = null)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T[] parameters, ModelDescription description) = Read<TNet, T>(path, options);
        return new LoadedModel<TNet>(TNet.Create(parameters), description);
    }

    /// <summary>Loads a file's parameters into a network. On any error the network keeps its own.</summary>
    /// <param name="network">The network; nobody may use it meanwhile.</param>
    /// <param name="path">A safetensors file, of this library or another program.</param>
    /// <param name="options">What the file may be; null for the defaults.</param>
    /// <returns>What the file says of the network.</returns>
    /// <exception cref="ModelFileException">The file is damaged or does not fit the network.</exception>
    public static ModelDescription LoadInto<TNet, T>(IMlp<TNet, T> network, string path, ModelLoadOptions? options = null)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        (T[] parameters, ModelDescription description) = Read<TNet, T>(path, options);
        parameters.CopyTo(network.Parameters);
        return description;
    }

    /// <summary>What a file says of the network in it; the parameters are not read.</summary>
    /// <param name="path">A safetensors file, of this library or another program.</param>
    /// <exception cref="ModelFileException">The file is damaged or holds no multilayer perceptron.</exception>
    public static ModelDescription Describe(string path)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        return Describe(file).Description;
    }
}
