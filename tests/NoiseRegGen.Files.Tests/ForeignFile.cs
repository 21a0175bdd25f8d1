using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace NoiseRegGen.Files.Tests;

/// <summary>Builds safetensors files by hand, right or wrong, independently of the library.</summary>
internal static class ForeignFile
{
    /// <summary>A tensor as a header states it, and its bytes.</summary>
    internal sealed record Tensor(string Name, string DType, long[] Shape, byte[] Bytes);

    internal static Tensor Single(string name, params long[] shape) =>
        new(name, "F32", shape, Values.Bits<float>(Values.Singles((int)shape.Aggregate(1L, (a, b) => a * b))));

    internal static Tensor Double(string name, params long[] shape) =>
        new(name, "F64", shape, Values.Bits<double>(Values.Doubles((int)shape.Aggregate(1L, (a, b) => a * b))));

    /// <summary>The four tensors of a <see cref="Networks.Small"/>.</summary>
    internal static List<Tensor> Small(string first = "layers.0", string second = "layers.1") =>
        [Single(first + ".weight", 4, 3), Single(first + ".bias", 4), Single(second + ".weight", 2, 4), Single(second + ".bias", 2)];

    internal static byte[] Build(IEnumerable<Tensor> tensors, string? metadata = null)
    {
        List<string> entries = metadata is null ? [] : [$"\"__metadata__\":{metadata}"];
        List<byte> data = [];
        foreach (Tensor tensor in tensors)
        {
            int begin = data.Count;
            data.AddRange(tensor.Bytes);
            entries.Add($"\"{tensor.Name}\":{Entry(tensor.DType, string.Join(',', tensor.Shape), begin, data.Count)}");
        }

        return Build("{" + string.Join(',', entries) + "}", [.. data]);
    }

    internal static string Entry(string dtype, string shape, long begin, long end) =>
        $"{{\"dtype\":\"{dtype}\",\"shape\":[{shape}],\"data_offsets\":[{begin},{end}]}}";

    internal static byte[] Build(string json, byte[] data) => Build(Encoding.UTF8.GetBytes(json), data);

    internal static byte[] Build(byte[] json, byte[] data)
    {
        var bytes = new byte[8 + json.Length + data.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, json.Length);
        json.CopyTo(bytes, 8);
        data.CopyTo(bytes, 8 + json.Length);
        return bytes;
    }
}
