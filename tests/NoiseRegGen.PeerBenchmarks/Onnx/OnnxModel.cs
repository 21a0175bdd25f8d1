using System;
using System.IO;
using System.Runtime.InteropServices;
using Google.Protobuf;
using NoiseRegGen.PeerBenchmarks.Networks;

namespace NoiseRegGen.PeerBenchmarks.Onnx;

/// <summary>
/// The network as an ONNX model: one Gemm per layer (transB: our weights are out x in, as there) and one activation node. Written
/// field by field after onnx.proto, of which ten fields are needed; field numbers are named beside the messages.
/// </summary>
internal static class OnnxModel
{
    internal const string Input = "x";
    internal const string Output = "y";
    private const int FloatType = 1;

    // Opset 20 is the first with Gelu, of which the default is the erf form.
    private const int Opset = 20;
    private const int IrVersion = 9;

    /// <summary>ModelProto: ir_version 1, graph 7, opset_import 8.</summary>
    internal static byte[] Write(NetworkCase network, int batch) => Message(model =>
    {
        Field(model, 1, IrVersion);
        Field(model, 7, Message(graph => WriteGraph(graph, network, batch)));
        Field(model, 8, Message(opset => Field(opset, 2, Opset)));
    });

    /// <summary>GraphProto: node 1, name 2, initializer 5, input 11, output 12.</summary>
    private static void WriteGraph(CodedOutputStream graph, NetworkCase network, int batch)
    {
        Field(graph, 2, "mlp");
        int start = 0;
        string below = Input;
        for (int layer = 1; layer <= network.LayerCount; layer++)
        {
            int inputs = network.LayerSizes[layer - 1], outputs = network.LayerSizes[layer];
            bool last = layer == network.LayerCount;
            string z = last ? Output : $"z{layer}";
            Field(graph, 1, Gemm([below, $"W{layer}", $"b{layer}"], z));
            if (!last)
                Field(graph, 1, Node(network.Hidden.ToString(), [z], $"h{layer}"));
            Field(graph, 5, Tensor($"W{layer}", network.Parameters.Slice(start, inputs * outputs), outputs, inputs));
            Field(graph, 5, Tensor($"b{layer}", network.Parameters.Slice(start + (inputs * outputs), outputs), outputs));
            start += (inputs + 1) * outputs;
            below = $"h{layer}";
        }

        Field(graph, 11, ValueInfo(Input, batch, network.Inputs));
        Field(graph, 12, ValueInfo(Output, batch, network.Outputs));
    }

    private static byte[] Gemm(string[] inputs, string output) => Node("Gemm", inputs, output, node =>
        Field(node, 5, Message(attribute => // AttributeProto: name 1, i 3, type 20 (2 = INT)
        {
            Field(attribute, 1, "transB");
            Field(attribute, 3, 1);
            Field(attribute, 20, 2);
        })));

    /// <summary>NodeProto: input 1, output 2, op_type 4, attribute 5.</summary>
    private static byte[] Node(string type, string[] inputs, string output, Action<CodedOutputStream>? attributes = null) => Message(node =>
    {
        foreach (string input in inputs)
            Field(node, 1, input);
        Field(node, 2, output);
        Field(node, 4, type);
        attributes?.Invoke(node);
    });

    /// <summary>TensorProto: dims 1, data_type 2, name 8, raw_data 9.</summary>
    private static byte[] Tensor(string name, ReadOnlySpan<float> values, params int[] dimensions)
    {
        byte[] raw = MemoryMarshal.AsBytes(values).ToArray();
        return Message(tensor =>
        {
            foreach (int dimension in dimensions)
                Field(tensor, 1, dimension);
            Field(tensor, 2, FloatType);
            Field(tensor, 8, name);
            Field(tensor, 9, raw);
        });
    }

    /// <summary>ValueInfoProto: name 1, type 2; TypeProto: tensor_type 1; its elem_type 1, shape 2; its dim 1; its dim_value 1.</summary>
    private static byte[] ValueInfo(string name, int rows, int columns) => Message(info =>
    {
        byte[] shape = Message(dims =>
        {
            Field(dims, 1, Message(dim => Field(dim, 1, rows)));
            Field(dims, 1, Message(dim => Field(dim, 1, columns)));
        });
        Field(info, 1, name);
        Field(info, 2, Message(type => Field(type, 1, Message(tensor =>
        {
            Field(tensor, 1, FloatType);
            Field(tensor, 2, shape);
        }))));
    });

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using MemoryStream stream = new();
        using CodedOutputStream output = new(stream);
        write(output);
        output.Flush();
        return stream.ToArray();
    }

    private static void Field(CodedOutputStream output, int number, long value)
    {
        output.WriteTag(number, WireFormat.WireType.Varint);
        output.WriteInt64(value);
    }

    private static void Field(CodedOutputStream output, int number, string value)
    {
        output.WriteTag(number, WireFormat.WireType.LengthDelimited);
        output.WriteString(value);
    }

    private static void Field(CodedOutputStream output, int number, byte[] value)
    {
        output.WriteTag(number, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(value));
    }
}
