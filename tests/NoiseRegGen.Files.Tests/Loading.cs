using System;
using System.IO;
using System.Numerics;
using NoiseRegGen.Files.Safetensors;
using Xunit;

namespace NoiseRegGen.Files.Tests;

/// <summary>Loads bytes, and checks that a refusal leaves the network as it was.</summary>
internal static class Loading
{
    internal static T[] FromMemory<TNet, T>(byte[] bytes, ModelLoadOptions? options = null)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using SafetensorsFile file = SafetensorsFile.Open(new MemoryStream(bytes, writable: false), "memory");
        return ModelFile.Read<TNet, T>(file, options, descriptionPath: null).Parameters;
    }

    internal static ModelFileException Refused<TNet, T>(byte[] bytes, ModelLoadOptions? options = null)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        => Assert.Throws<ModelFileException>(() => FromMemory<TNet, T>(bytes, options));

    /// <summary>The same through a file on the disk and the public operation.</summary>
    internal static ModelFileException RefusedFromDisk<TNet, T>(Folder folder, byte[] bytes)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        string path = folder.Write("bad.safetensors", bytes);
        TNet network = TNet.Create(7);
        byte[] before = Values.Bits<T>(network.Parameters);
        ModelFileException exception = Assert.Throws<ModelFileException>(() => ModelFile.LoadInto(network, path));
        Assert.Equal(before, Values.Bits<T>(network.Parameters));
        Assert.Throws<ModelFileException>(() => ModelFile.Load<TNet, T>(path));
        Assert.Equal(path, exception.Path);
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        return exception;
    }
}
