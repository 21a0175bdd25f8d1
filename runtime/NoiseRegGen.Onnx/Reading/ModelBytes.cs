using System;
using System.IO;
using Google.Protobuf;
using NoiseRegGen.Files;
using NoiseRegGen.Files.Safetensors;
using Onnx;

namespace NoiseRegGen.Onnx.Reading;

/// <summary>Reads a file's bytes as the messages of <c>onnx.proto</c>.</summary>
internal static class ModelBytes
{
    // Names, nodes and documentation, whatever the program that wrote the file: PyTorch's take some hundred bytes for each node.
    private const long LargestRest = 64L << 20;

    /// <summary>The model in a file that is not much larger than the network's parameters.</summary>
    /// <exception cref="ModelFileException">It is too large, or no such message.</exception>
    internal static ModelProto Parse(Stream stream, string path, Expected expected)
    {
        LittleEndian.Require();

        // Twice: the file may be in double precision where the network is in single, and it is refused with a better message later.
        long largest = long.Min((2 * expected.ParameterBytes) + LargestRest, int.MaxValue);
        long length = stream.Length - stream.Position;
        if (length > largest)
            throw new ModelFileException(path, $"at most {largest} bytes for a {expected.Name}", $"{length}");
        byte[] bytes = new byte[length];
        stream.ReadExactly(bytes);
        try
        {
            // From an array, lengths are checked against what is there before anything is allocated.
            ModelProto model = ModelProto.Parser.ParseFrom(bytes);
            return model.Graph is not null ? model : throw new ModelFileException(path, "an ONNX model with a graph", "none");
        }
        catch (Exception problem) when (problem is InvalidProtocolBufferException or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            // Google.Protobuf 3.35.1 checks lengths of nearly 2^31 only by the bounds of its span, and then says so in that exception's words.
            throw new ModelFileException(path, "an ONNX model", "bytes that are not one", problem);
        }
    }
}
