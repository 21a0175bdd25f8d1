using System;
using System.IO;
using System.Numerics;
using NoiseRegGen.Files;
using NoiseRegGen.Onnx.Reading;
using NoiseRegGen.Onnx.Writing;

namespace NoiseRegGen.Onnx;

/// <summary>Saves networks as ONNX and loads them back, and loads multilayer perceptrons that PyTorch exports.</summary>
/// <remarks>
/// What is written and what is read is told in README.md beside this file's source. In short: one Gemm node for each layer (transB, weights out x in)
/// and its activation, operator set <see cref="Opset"/>, a batch of any size. A save is complete or has not happened; a load checks
/// everything before it changes a network.
/// </remarks>
public static class OnnxFile
{
    /// <summary>The version of ONNX's operators in the files that are written.</summary>
    /// <remarks>
    /// 18: ONNX Runtime has no kernels in double precision for Elu, LeakyRelu, Softplus and Softsign, but in this version it expands them into operators
    /// that it has. Gelu is written as Erf and arithmetic, which every version from 9 on has.
    /// </remarks>
    public const int Opset = 18;

    /// <summary>The version of the ONNX format in the files that are written: the one that came with <see cref="Opset"/>.</summary>
    public const int IrVersion = 8;

    /// <summary>Saves a network. An older file is replaced only when the new one is complete on the disk.</summary>
    /// <typeparam name="TNet">The network's class.</typeparam>
    /// <typeparam name="T">Its number type.</typeparam>
    /// <param name="network">The network; nobody may write its parameters meanwhile.</param>
    /// <param name="path">The file to write, such as <c>friction.onnx</c>.</param>
    /// <param name="options">What is saved with it; null for nothing.</param>
    /// <exception cref="ArgumentException">
    /// A parameter is not finite, the described table has other numbers of columns than the network, or standardisation is to be folded and none is given.
    /// </exception>
    /// <exception cref="NotSupportedException">The parameters take more than the 2 GiB that an ONNX file can hold.</exception>
    /// <exception cref="IOException">The disk failed; the older file is as it was.</exception>
    public static void Save<TNet, T>(IMlp<TNet, T> network, string path, OnnxSaveOptions? options = null)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ModelWriter<TNet, T> model = new(network, options ?? new OnnxSaveOptions());
        AtomicFile.RemoveLeftovers(path);
        using AtomicFile file = AtomicFile.Write(FileLayer.Disk, path, model.WriteTo);
        file.Commit();
    }

    /// <inheritdoc cref="Save{TNet, T}(IMlp{TNet, T}, string, OnnxSaveOptions?)"/>
    /// <param name="network">The network; nobody may write its parameters meanwhile.</param>
    /// <param name="stream">Where to write it; stays open.</param>
    /// <param name="options">What is saved with it; null for nothing.</param>
    public static void Save<TNet, T>(IMlp<TNet, T> network, Stream stream, OnnxSaveOptions? options = null)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        ModelWriter<TNet, T> model = new(network, options ?? new OnnxSaveOptions());
        model.WriteTo(stream);
    }

    /// <summary>Makes a network from a file.</summary>
    /// <typeparam name="TNet">The network's class: the file must fit it.</typeparam>
    /// <typeparam name="T">Its number type.</typeparam>
    /// <param name="path">An ONNX file, of this library or another program.</param>
    /// <param name="options">What the file may be; null for the defaults.</param>
    /// <exception cref="ModelFileException">The file is damaged or does not fit the network; the message names the first difference.</exception>
    public static LoadedModel<TNet> Load<TNet, T>(string path, ModelLoadOptions? options = null)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using FileStream stream = Open(path);
        return Load<TNet, T>(stream, options);
    }

    /// <inheritdoc cref="Load{TNet, T}(string, ModelLoadOptions?)"/>
    /// <param name="stream">An ONNX model, from where the stream is to its end; one that can tell its length.</param>
    /// <param name="options">What the file may be; null for the defaults.</param>
    public static LoadedModel<TNet> Load<TNet, T>(Stream stream, ModelLoadOptions? options = null)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T[] parameters, ModelDescription description) = Read<TNet, T>(stream, options);
        return new LoadedModel<TNet>(TNet.Create(parameters), description);
    }

    /// <summary>Loads a file's parameters into a network. On any error the network keeps its own.</summary>
    /// <typeparam name="TNet">The network's class: the file must fit it.</typeparam>
    /// <typeparam name="T">Its number type.</typeparam>
    /// <param name="network">The network; nobody may use it meanwhile.</param>
    /// <param name="path">An ONNX file, of this library or another program.</param>
    /// <param name="options">What the file may be; null for the defaults.</param>
    /// <returns>What the file says of the network.</returns>
    /// <exception cref="ModelFileException">The file is damaged or does not fit the network; the message names the first difference.</exception>
    public static ModelDescription LoadInto<TNet, T>(IMlp<TNet, T> network, string path, ModelLoadOptions? options = null)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using FileStream stream = Open(path);
        return LoadInto(network, stream, options);
    }

    /// <inheritdoc cref="LoadInto{TNet, T}(IMlp{TNet, T}, string, ModelLoadOptions?)"/>
    /// <param name="network">The network; nobody may use it meanwhile.</param>
    /// <param name="stream">An ONNX model, from where the stream is to its end; one that can tell its length.</param>
    /// <param name="options">What the file may be; null for the defaults.</param>
    public static ModelDescription LoadInto<TNet, T>(IMlp<TNet, T> network, Stream stream, ModelLoadOptions? options = null)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        (T[] parameters, ModelDescription description) = Read<TNet, T>(stream, options);
        parameters.CopyTo(network.Parameters);
        return description;
    }

    private static FileStream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
    }

    private static (T[] Parameters, ModelDescription Description) Read<TNet, T>(Stream stream, ModelLoadOptions? options)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        string path = (stream as FileStream)?.Name ?? "(a stream)";
        Expected expected = Expected.Of<TNet, T>();
        ReadModel model = GraphReader.Read(ModelBytes.Parse(stream, path, expected), expected, path);
        return ParameterReader.Read<TNet, T>(model, expected, options ?? new ModelLoadOptions(), path);
    }
}
