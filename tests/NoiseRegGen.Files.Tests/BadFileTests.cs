using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using NoiseRegGen.Files.Safetensors;
using Xunit;

namespace NoiseRegGen.Files.Tests;

/// <summary>Damaged and hostile files: one clear exception, and the network keeps its parameters.</summary>
public class BadFileTests
{
    private static byte[] Own()
    {
        using Folder folder = new();
        ModelFile.Save(new Networks.Small(Values.Singles(26)), folder["a.safetensors"], Values.Table);
        return File.ReadAllBytes(folder["a.safetensors"]);
    }

    private static byte[] Foreign() => ForeignFile.Build(ForeignFile.Small(), "{\"format\":\"pt\"}");

    [Fact]
    public void A_file_cut_short_at_any_length_is_refused()
    {
        using Folder folder = new();
        foreach (byte[] bytes in (byte[][])[Own(), Foreign()])
        {
            for (int length = 0; length < bytes.Length; length++)
                Loading.RefusedFromDisk<Networks.Small, float>(folder, bytes[..length]);
        }
    }

    [Fact]
    public void A_file_of_our_own_with_any_byte_changed_is_refused()
    {
        using Folder folder = new();
        byte[] bytes = Own();
        // One bit, the case of a letter, the sign, and all bits; every byte, header and data.
        foreach (byte mask in (byte[])[0x01, 0x20, 0x80, 0xff])
        {
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] ^= mask;
                Loading.Refused<Networks.Small, float>(bytes);
                if (mask == 0x01)
                    Loading.RefusedFromDisk<Networks.Small, float>(folder, bytes);
                bytes[i] ^= mask;
            }
        }

        Assert.Equal(Values.Singles(26), Loading.FromMemory<Networks.Small, float>(bytes));
    }

    [Fact]
    public void A_foreign_file_with_a_changed_header_is_refused_or_means_the_same()
    {
        byte[] bytes = Foreign();
        int header = 8 + BitConverter.ToInt32(bytes), refused = 0;
        float[] expected = Loading.FromMemory<Networks.Small, float>(bytes);
        foreach (byte mask in (byte[])[0x01, 0x20, 0x80, 0xff])
        {
            for (int i = 0; i < header; i++)
            {
                bytes[i] ^= mask;
                try
                {
                    // Without a checksum a change may leave a valid file: another free text, or another name of both layers' pattern.
                    Assert.Equal(expected, Loading.FromMemory<Networks.Small, float>(bytes));
                }
                catch (ModelFileException)
                {
                    refused++;
                }

                bytes[i] ^= mask;
            }
        }

        // Only the metadata's 11 letters, and digits that keep the order of two layers, may change unnoticed.
        Assert.True(refused > 3 * header, $"{refused} of {4 * header}");
    }

    [Fact]
    public void Bytes_after_the_data_are_refused()
    {
        Loading.Refused<Networks.Small, float>([.. Own(), 0]);
        Loading.Refused<Networks.Small, float>([.. Foreign(), 0]);
    }

    [Theory]
    [InlineData("F16")]
    [InlineData("BF16")]
    [InlineData("I32")]
    [InlineData("f32")]
    [InlineData("")]
    public void Another_dtype_is_named(string dtype)
    {
        List<ForeignFile.Tensor> tensors = ForeignFile.Small();
        tensors[3] = tensors[3] with { DType = dtype };
        ModelFileException exception = Loading.Refused<Networks.Small, float>(ForeignFile.Build(tensors));
        Assert.Contains("layers.1.bias", exception.Expected, StringComparison.Ordinal);
        Assert.Equal($"'{dtype}'", exception.Found);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Weights_that_are_not_finite_are_refused_unless_allowed(float bad)
    {
        List<ForeignFile.Tensor> tensors = ForeignFile.Small();
        BitConverter.TryWriteBytes(tensors[2].Bytes.AsSpan(4 * 5), bad);
        byte[] bytes = ForeignFile.Build(tensors);
        ModelFileException exception = Loading.Refused<Networks.Small, float>(bytes);
        Assert.Contains("layers.1.weight", exception.Expected, StringComparison.Ordinal);
        Assert.Contains("at index 5", exception.Found, StringComparison.Ordinal);
        Assert.Equal(bad, Loading.FromMemory<Networks.Small, float>(bytes, new ModelLoadOptions { AllowNonFinite = true })[16 + 5]);
    }

    public static TheoryData<string, string> Headers => new()
    {
        { "empty", "" },
        { "no object", "[]" },
        { "text", "\"layers\"" },
        { "only spaces", "        " },
        { "space first", " {}" },
        { "no tensors", "{}" },
        { "not closed", "{" },
        { "text after it", "{} {}" },
        { "a zero after it", "{}\0" },
        { "comment", "{/* */}" },
        { "trailing comma", "{\"a.weight\":" + ForeignFile.Entry("F32", "1", 0, 4) + ",}" },
        { "tensor a number", "{\"a.weight\":7}" },
        { "tensor null", "{\"a.weight\":null}" },
        { "unknown member", "{\"a.weight\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"more\":1}}" },
        { "no dtype", "{\"a.weight\":{\"shape\":[1],\"data_offsets\":[0,4]}}" },
        { "no shape", "{\"a.weight\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}" },
        { "no offsets", "{\"a.weight\":{\"dtype\":\"F32\",\"shape\":[1]}}" },
        { "dtype twice", "{\"a.weight\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}" },
        { "dtype null", "{\"a.weight\":{\"dtype\":null,\"shape\":[1],\"data_offsets\":[0,4]}}" },
        { "shape text", "{\"a.weight\":{\"dtype\":\"F32\",\"shape\":[\"1\"],\"data_offsets\":[0,4]}}" },
        { "shape with a fraction", "{\"a.weight\":" + ForeignFile.Entry("F32", "1.5", 0, 4) + "}" },
        { "shape negative", "{\"a.weight\":" + ForeignFile.Entry("F32", "-1", 0, 4) + "}" },
        { "shape past 2^63", "{\"a.weight\":" + ForeignFile.Entry("F32", "9223372036854775808", 0, 4) + "}" },
        { "shape whose product wraps to 1", "{\"a.weight\":" + ForeignFile.Entry("F32", "4611686018427387904,4611686018427387904,4,4", 0, 4) + "}" },
        { "shape whose product wraps to 4 bytes", "{\"a.weight\":" + ForeignFile.Entry("F32", "4611686018427387905", 0, 4) + "}" },
        { "shape of many numbers", "{\"a.weight\":" + ForeignFile.Entry("F32", string.Join(',', Enumerable.Repeat("1", 100_000)), 0, 4) + "}" },
        { "scalar", "{\"a.weight\":" + ForeignFile.Entry("F32", "", 0, 4) + "}" },
        { "one offset", "{\"a.weight\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}" },
        { "three offsets", "{\"a.weight\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4,4]}}" },
        { "offsets backwards", "{\"a.weight\":" + ForeignFile.Entry("F32", "1", 4, 0) + "}" },
        { "offsets past the end", "{\"a.weight\":" + ForeignFile.Entry("F32", "2", 0, 8) + "}" },
        { "offsets far past the end", "{\"a.weight\":" + ForeignFile.Entry("F32", "1099511627776,1048576", 0, 4611686018427387904) + "}" },
        { "a hole before", "{\"a.weight\":" + ForeignFile.Entry("F32", "0", 4, 4) + "}" },
        { "less data than there is", "{\"a.weight\":" + ForeignFile.Entry("F32", "0", 0, 0) + "}" },
        { "name twice", "{\"a.weight\":" + ForeignFile.Entry("F32", "1", 0, 4) + ",\"a.weight\":" + ForeignFile.Entry("F32", "0", 4, 4) + "}" },
        { "name twice, once escaped", "{\"a.weight\":" + ForeignFile.Entry("F32", "1", 0, 4) + ",\"\\u0061.weight\":" + ForeignFile.Entry("F32", "0", 4, 4) + "}" },
        { "metadata twice", "{\"__metadata__\":{},\"__metadata__\":{}}" },
        { "metadata of numbers", "{\"__metadata__\":{\"step\":12}}" },
        { "metadata nested", "{\"__metadata__\":{\"a\":{\"b\":\"c\"}}}" },
        { "metadata an array", "{\"__metadata__\":[]}" },
        { "metadata key twice", "{\"__metadata__\":{\"a\":\"b\",\"a\":\"b\"}}" },
        { "half a surrogate", "{\"\\ud800\":" + ForeignFile.Entry("F32", "1", 0, 4) + "}" },
        { "deep arrays", new string('[', 100_000) },
        { "deep objects", string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) },
        { "deep shape", "{\"a.weight\":{\"dtype\":\"F32\",\"shape\":" + new string('[', 100_000) + "}}" },
        { "our keys without the others", "{\"__metadata__\":{\"noisereggen.version\":\"1\"}}" },
        { "our checksum escaped", "{\"__metadata__\":{\"noisereggen.headerSha256\":\"\\u0030\"}}" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_wrong_header_is_refused(string what, string json)
    {
        Assert.NotEmpty(what);
        Loading.Refused<Networks.OneLayer, float>(ForeignFile.Build(json, new byte[4]));
    }

    [Fact]
    public void Text_that_is_no_utf8_is_refused()
    {
        byte[] json = Encoding.UTF8.GetBytes("{\"a.weight\":" + ForeignFile.Entry("F32", "1", 0, 4) + "}");
        json[2] = 0xff;
        Loading.Refused<Networks.OneLayer, float>(ForeignFile.Build(json, new byte[4]));
    }

    [Fact]
    public void Tensors_that_overlap_or_leave_a_hole_are_refused()
    {
        string Two(long begin, long end) => "{\"0.weight\":" + ForeignFile.Entry("F32", "1,2", 0, 8) + ",\"0.bias\":" + ForeignFile.Entry("F32", "1", begin, end) + "}";
        Loading.FromMemory<Networks.OneLayer, float>(ForeignFile.Build(Two(8, 12), new byte[12]));
        Loading.Refused<Networks.OneLayer, float>(ForeignFile.Build(Two(4, 8), new byte[8]));
        Loading.Refused<Networks.OneLayer, float>(ForeignFile.Build(Two(0, 4), new byte[8]));
        Loading.Refused<Networks.OneLayer, float>(ForeignFile.Build(Two(7, 11), new byte[11]));
        Loading.Refused<Networks.OneLayer, float>(ForeignFile.Build(Two(12, 16), new byte[16]));
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(1UL)]
    [InlineData(1UL << 30)]
    [InlineData(1UL << 62)]
    [InlineData(1UL << 63)]
    [InlineData(ulong.MaxValue)]
    [InlineData(ulong.MaxValue - 7)]
    public void An_absurd_header_length_is_refused_and_not_allocated(ulong length)
    {
        byte[] bytes = Foreign();
        BitConverter.TryWriteBytes(bytes, length);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Loading.Refused<Networks.Small, float>(bytes);
        // An exception with its message and stack, a memory stream: thousands of bytes, not the sizes that the file states.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_file_of_a_terabyte_with_a_header_of_a_terabyte_is_refused_and_not_allocated()
    {
        LongStream stream = new(BitConverter.GetBytes((1L << 40) - 8), 1L << 40);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<ModelFileException>(() => SafetensorsFile.Open(stream, "memory"));
        // As above.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_file_of_eight_gigabytes_with_a_good_header_is_refused_for_its_shapes_and_not_allocated()
    {
        const long rows = 1L << 30, bytes = rows * 4 * 2;
        byte[] header = ForeignFile.Build(
            "{\"0.weight\":" + ForeignFile.Entry("F32", $"{rows},1", 0, bytes / 2) + ",\"0.bias\":" + ForeignFile.Entry("F32", $"{rows}", bytes / 2, bytes) + "}", []);
        long before = GC.GetAllocatedBytesForCurrentThread();
        using SafetensorsFile file = SafetensorsFile.Open(new LongStream(header, header.Length + bytes), "memory");
        Assert.Equal([1, 1 << 30], ModelFile.Describe(file).Description.Layers.AsSpan());
        ModelFileException exception = Assert.Throws<ModelFileException>(() => ModelFile.Read<Networks.OneLayer, float>(file, null, null));
        Assert.Equal("[1073741824, 1]", exception.Found);
        // As above.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_header_longer_than_the_limit_is_refused_unread()
    {
        byte[] json = new byte[(16 << 20) + 1];
        Array.Fill(json, (byte)' ');
        json[0] = (byte)'{';
        json[1] = (byte)'}';
        byte[] bytes = ForeignFile.Build(json, []);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("header", Loading.Refused<Networks.Small, float>(bytes).Expected, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_hostile_name_is_quoted_short_and_without_control_characters()
    {
        string name = "\\u001b[31m" + new string('x', 100_000);
        ModelFileException exception = Loading.Refused<Networks.OneLayer, float>(
            ForeignFile.Build("{\"" + name + "\":" + ForeignFile.Entry("F32", "1", 0, 4) + "}", new byte[4]));
        Assert.InRange(exception.Message.Length, 0, 1000);
        Assert.DoesNotContain('\u001b', exception.Message);
    }

    [Fact]
    public void A_checkpoint_is_no_model_and_says_so()
    {
        using Folder folder = new();
        CheckpointWriter.Run.Create(1, null).SaveCheckpoint(folder["a.checkpoint"]);
        Assert.Equal("a checkpoint", Assert.Throws<ModelFileException>(() => ModelFile.Describe(folder["a.checkpoint"])).Found);
    }
}
