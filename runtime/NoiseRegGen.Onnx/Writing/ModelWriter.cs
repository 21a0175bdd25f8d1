using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Numerics;
using System.Runtime.InteropServices;
using Google.Protobuf;
using NoiseRegGen.Files;
using NoiseRegGen.Files.Safetensors;
using Onnx;

namespace NoiseRegGen.Onnx.Writing;

/// <summary>A network as the messages of <c>onnx.proto</c>.</summary>
internal sealed class ModelWriter<TNet, T>
    where TNet : class, IMlp<TNet, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // What a file takes beside the parameters is names and a few nodes for each of at most 256 layers.
    private const long LargestParameters = int.MaxValue - (16L << 20);

    private readonly ModelProto _model;

    internal ModelWriter(IMlp<TNet, T> network, OnnxSaveOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        LittleEndian.Require();
        ModelFile.RequireColumns(options.Data, TNet.LayerSizes);
        if (options is { FoldStandardization: true, Data: null })
            throw new ArgumentException("Expected data whose standardisation is to be folded into the graph, but got none.", nameof(options));
        int size = Marshal.SizeOf<T>();
        if ((long)network.Parameters.Length * size > LargestParameters)
            throw new NotSupportedException($"An ONNX file holds at most 2 GiB, but the parameters take {(long)network.Parameters.Length * size} bytes.");

        // A copy, so that what is checked, hashed and written is the same.
        T[] parameters = network.Parameters.ToArray();
        ModelFile.RequireFinite<T>(parameters);
        ModelDescription description = new(
            [.. TNet.LayerSizes], [.. TNet.LayerActivations], LittleEndian.PrecisionOf<T>(), ModelFile.Sha256<T>(parameters), options.Data);
        var graph = new GraphWriter<T>(options.FoldStandardization ? options.Data : null);
        _model = new ModelProto
        {
            IrVersion = OnnxFile.IrVersion,
            ProducerName = MetadataKeys.Producer,
            ProducerVersion = typeof(OnnxFile).Assembly.GetName().Version!.ToString(3),
            Graph = graph.Write(typeof(TNet).Name, description, parameters),
        };
        _model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = OnnxFile.Opset });
        foreach ((string key, string value) in Metadata(description, options.FoldStandardization))
            _model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
    }

    internal void WriteTo(Stream stream) => _model.WriteTo(stream);

    private static IEnumerable<(string Key, string Value)> Metadata(ModelDescription description, bool folded)
    {
        yield return (MetadataKeys.Version, MetadataKeys.CurrentVersion);
        yield return (MetadataKeys.Layers, string.Join(',', description.Layers));
        yield return (MetadataKeys.Activations, string.Join(',', description.Activations));
        yield return (MetadataKeys.Precision, description.Precision.ToString());
        yield return (MetadataKeys.ParametersSha256, description.ParametersSha256!);
        if (description.Data is not { } data)
            yield break;
        yield return (MetadataKeys.Data, data.ToJson());
        yield return (MetadataKeys.Folded, folded.ToString(CultureInfo.InvariantCulture));
    }
}
