using System;
using System.Numerics;
using System.Runtime.InteropServices;
using Google.Protobuf;
using NoiseRegGen.Files.Safetensors;
using static Onnx.TensorProto.Types;

namespace NoiseRegGen.Onnx;

/// <summary>ONNX's names of the number types.</summary>
internal static class ElementTypes
{
    /// <summary>The type of a tensor of <typeparamref name="T"/>.</summary>
    internal static DataType Of<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
        => LittleEndian.PrecisionOf<T>() == Precision.Single ? DataType.Float : DataType.Double;

    /// <summary>The precision of a tensor, or null if it holds neither floats nor doubles.</summary>
    internal static Precision? PrecisionOf(int dataType) => (DataType)dataType switch
    {
        DataType.Float => Precision.Single,
        DataType.Double => Precision.Double,
        _ => null,
    };

    /// <summary>Numbers as raw data.</summary>
    internal static ByteString Bytes<T>(ReadOnlyMemory<T> values)
        where T : unmanaged
        => ByteString.CopyFrom(MemoryMarshal.AsBytes(values.Span));

    /// <summary>What messages call a type.</summary>
    internal static string NameOf(int dataType) =>
        Enum.IsDefined((DataType)dataType) ? ((DataType)dataType).ToString().ToLowerInvariant() : $"type {dataType}";
}
