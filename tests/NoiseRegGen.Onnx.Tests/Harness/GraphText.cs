using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Onnx;
using static Onnx.AttributeProto.Types;

namespace NoiseRegGen.Onnx.Tests.Harness;

/// <summary>Writes nodes from a short text: <c>Div z,1.41>a; Erf a>b; Elu:alpha=2 b>h</c>, numbers being constants.</summary>
internal static class GraphText
{
    /// <summary>Gives a model of three layers these nodes between <c>z</c> and <c>h</c> of each, instead of its activations.</summary>
    internal static void ReplaceActivations(ModelProto model, string text)
    {
        NodeProto[] products = [.. model.Graph.Node.Where(static node => node.OpType == "Gemm")];
        model.Graph.Node.Clear();
        for (int layer = 1; layer <= products.Length; layer++)
        {
            products[layer - 1].Output[0] = $"z.{layer}";
            if (layer > 1)
                products[layer - 1].Input[0] = $"h.{layer - 1}";
            model.Graph.Node.Add(products[layer - 1]);
            model.Graph.Node.Add(Nodes(text, layer));
        }

        model.Graph.Output[0].Name = $"h.{products.Length}";
    }

    /// <summary>The nodes of one layer; their values have the layer's number behind a dot.</summary>
    internal static IEnumerable<NodeProto> Nodes(string text, int layer)
    {
        foreach (string line in text.Split("; "))
        {
            string[] parts = line.Split(' ', '>');
            string[] head = parts[0].Split(':');
            NodeProto node = new() { OpType = head[0], Name = $"/{layer}/{head[0]}", Output = { $"{parts[2]}.{layer}" } };
            foreach (string input in parts[1].Split(','))
            {
                bool number = double.TryParse(input, CultureInfo.InvariantCulture, out double value);
                string name = number ? $"constant.{input}.{parts[2]}.{layer}" : $"{input}.{layer}";
                if (number)
                    yield return Constant(name, (float)value);
                node.Input.Add(name);
            }

            node.Attribute.Add(head.Skip(1).Select(Attribute));
            yield return node;
        }
    }

    private static NodeProto Constant(string name, float value) => new()
    {
        OpType = "Constant",
        Output = { name },
        Attribute =
        {
            new AttributeProto
            {
                Name = "value",
                Type = AttributeType.Tensor,
                T = new TensorProto { DataType = (int)TensorProto.Types.DataType.Float, FloatData = { value } },
            },
        },
    };

    private static AttributeProto Attribute(string text)
    {
        string[] parts = text.Split('=');
        AttributeProto attribute = new() { Name = parts[0] };
        if (long.TryParse(parts[1], CultureInfo.InvariantCulture, out long integer))
            (attribute.Type, attribute.I) = (AttributeType.Int, integer);
        else if (float.TryParse(parts[1], CultureInfo.InvariantCulture, out float number))
            (attribute.Type, attribute.F) = (AttributeType.Float, number);
        else
            (attribute.Type, attribute.S) = (AttributeType.String, Google.Protobuf.ByteString.CopyFromUtf8(parts[1]));
        return attribute;
    }
}
