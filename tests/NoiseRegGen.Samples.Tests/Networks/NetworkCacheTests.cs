using System;
using System.IO;
using CompareRegularizers.Networks;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Networks;

public sealed class NetworkCacheTests : IDisposable
{
    private static readonly NetworkShape Shape = new(3, [4], Activation.Relu);
    private readonly TemporaryFolder _folder = new();
    private int _made;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_shape_is_made_once()
    {
        Assert.Equal(Get(), Get());
        Assert.Equal(1, _made);
        new NetworkCache(_folder.Path).GetOrMake(Shape with { Hidden = [5] }, Make);
        Assert.Equal(2, _made);
    }

    [Fact]
    public void A_damaged_file_is_made_again()
    {
        byte[] made = Get();
        string file = Assert.Single(Directory.GetFiles(_folder.Path));
        foreach (byte[] damaged in (byte[][])[[], [1, 2, 3], File.ReadAllBytes(file)[..^1], Flipped(file)])
        {
            int before = _made;
            File.WriteAllBytes(file, damaged);
            Assert.Equal(made, Get());
            Assert.Equal(before + 1, _made);
        }
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_only_slow()
    {
        string file = _folder.File("taken");
        File.WriteAllText(file, "a file where the folder would be");
        Assert.Equal([1, 2, 3, 4], new NetworkCache(file).GetOrMake(Shape, Make));
    }

    private static byte[] Flipped(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        return bytes;
    }

    private byte[] Get() => new NetworkCache(_folder.Path).GetOrMake(Shape, Make);

    private byte[] Make(NetworkShape shape)
    {
        _made++;
        return [1, 2, 3, 4];
    }
}
