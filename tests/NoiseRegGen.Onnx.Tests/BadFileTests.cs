using System;
using System.IO;
using NoiseRegGen.Files;
using NoiseRegGen.Onnx.Tests.Harness;
using NoiseRegGen.Onnx.Tests.Networks;
using Xunit;

namespace NoiseRegGen.Onnx.Tests;

/// <summary>
/// Damaged files: either the one exception, with the network as it was, or, where the damage met nothing that counts, the very same parameters.
/// </summary>
public class BadFileTests
{
    private readonly Mixed.ReluTanhIdentity _network = Mixed.ReluTanhIdentity.Create(5);

    [Fact]
    public void Cut_off_at_any_length()
    {
        byte[] file = Saved(out float[] parameters);
        for (int length = 0; length < file.Length; length++)
            Try(file[..length], parameters, $"cut off at {length}");
    }

    [Fact]
    public void With_any_bit_flipped()
    {
        byte[] file = Saved(out float[] parameters);
        for (int bit = 0; bit < 8 * file.Length; bit++)
        {
            byte[] damaged = [.. file];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Try(damaged, parameters, $"bit {bit}");
        }
    }

    [Fact]
    public void With_stretches_overwritten_removed_repeated_or_exchanged()
    {
        byte[] file = Saved(out float[] parameters);
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] damaged = [.. file];
            for (int changes = 1 + random.Next(3); changes > 0 && damaged.Length > 1; changes--)
                damaged = Damage(damaged, random);
            Try(damaged, parameters, $"change {i}");
        }
    }

    [Fact]
    public void With_anything_appended_that_claims_an_absurd_size()
    {
        byte[] file = Saved(out float[] parameters);

        // Field 7 (the graph) of 2^31 - 1 bytes, field 8 of 2^63, and a group that never ends.
        foreach (byte[] end in new byte[][] { [0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07], [0x42, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [0x0B] })
            Assert.True(Try([.. file, .. end], parameters, "appended"));
        byte[] nested = new byte[200_000];
        Array.Fill(nested, (byte)0x0B);
        Assert.True(Try(nested, parameters, "groups in groups"));
    }

    [Fact]
    public void Of_a_size_that_no_such_network_has()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("n.onnx");
        using (FileStream stream = new(path, FileMode.Create))
            stream.SetLength(10L << 30);
        ModelFileException refused = Assert.Throws<ModelFileException>(() => OnnxFile.LoadInto(_network, path));
        Assert.Equal($"{10L << 30}", refused.Found);
    }

    [Fact]
    public void A_file_that_is_not_there_is_the_framework_s_own_exception() =>
        Assert.Throws<FileNotFoundException>(() => OnnxFile.LoadInto(_network, Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())));

    private static byte[] Damage(byte[] file, Random random)
    {
        int start = random.Next(file.Length), length = random.Next(Math.Min(file.Length - start, 40) + 1);
        switch (random.Next(4))
        {
            case 0:
                random.NextBytes(file.AsSpan(start, length));
                return file;
            case 1:
                return [.. file[..start], .. file[(start + length)..]];
            case 2:
                return [.. file[..(start + length)], .. file[start..]];
            default:
                file.AsSpan(start, length).Reverse();
                return file;
        }
    }

    private static byte[] Saved(out float[] parameters)
    {
        var network = Numbers.Network<Mixed.ReluTanhIdentity, float>();
        parameters = network.Parameters.ToArray();
        using MemoryStream stream = new();
        var data = new DataDescription(["a", "b", "c"], new Standardization([1, 2, 3], [4, 5, 6]), ["y", "z"], new Standardization([7, 8], [9, 10]));
        OnnxFile.Save(network, stream, new OnnxSaveOptions { Data = data });
        return stream.ToArray();
    }

    /// <summary>Loads a damaged file; true if it was refused.</summary>
    private bool Try(byte[] file, float[] parameters, string what)
    {
        float[] before = _network.Parameters.ToArray();
        try
        {
            OnnxFile.LoadInto<Mixed.ReluTanhIdentity, float>(_network, new MemoryStream(file));
        }
        catch (ModelFileException)
        {
            Assert.True(before.AsSpan().SequenceEqual(_network.Parameters), $"{what}: the network changed");
            return true;
        }

        Assert.True(parameters.AsSpan().SequenceEqual(_network.Parameters), $"{what}: other parameters were loaded");
        return false;
    }
}
