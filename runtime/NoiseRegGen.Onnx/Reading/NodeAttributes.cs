using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NoiseRegGen.Files;
using Onnx;
using static Onnx.AttributeProto.Types;

namespace NoiseRegGen.Onnx.Reading;

/// <summary>Reads the attributes of nodes.</summary>
internal static class NodeAttributes
{
    // What the operators that are activations have where the file says nothing.
    private static readonly Dictionary<string, string> Defaults = new()
    {
        ["LeakyRelu"] = "alpha=0.01",
        ["Elu"] = "alpha=1",
        ["Gelu"] = "approximate=none",
        ["Swish"] = "alpha=1",
    };

    /// <summary>A whole number, or what the operator has without it.</summary>
    internal static long Integer(NodeProto node, string name, long otherwise) => Find(node, name)?.I ?? otherwise;

    /// <summary>A number, or what the operator has without it.</summary>
    internal static float Number(NodeProto node, string name, float otherwise) => Find(node, name)?.F ?? otherwise;

    internal static AttributeProto? Find(NodeProto node, string name) => node.Attribute.FirstOrDefault(attribute => attribute.Name == name);

    /// <summary>The operator with its attributes: <c>Tanh</c>, <c>Elu[alpha=1]</c>.</summary>
    internal static string Label(NodeProto node)
    {
        string attributes = string.Join(",", node.Attribute.OrderBy(static attribute => attribute.Name).Select(static attribute => $"{attribute.Name}={Value(attribute)}"));
        if (attributes.Length == 0)
            attributes = Defaults.GetValueOrDefault(node.OpType, "");
        return attributes.Length == 0 ? node.OpType : $"{node.OpType}[{attributes}]";
    }

    private static string Value(AttributeProto attribute) => attribute.Type switch
    {
        AttributeType.Float => attribute.F.ToString("G6", CultureInfo.InvariantCulture),
        AttributeType.Int => attribute.I.ToString(CultureInfo.InvariantCulture),
        AttributeType.String => attribute.S.ToStringUtf8(),
        AttributeType type => type.ToString(),
    };
}
