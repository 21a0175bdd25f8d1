using System;
using System.IO;
using Google.Protobuf;
using Onnx;

namespace NoiseRegGen.Onnx.Tests.Harness;

/// <summary>Changes a saved model by the format's own messages.</summary>
internal static class ModelEdit
{
    internal static void Apply(string path, Action<ModelProto> edit)
    {
        ModelProto model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(path));
        edit(model);
        File.WriteAllBytes(path, model.ToByteArray());
    }

    /// <summary>Takes away all that says who wrote the model, so that it is another program's.</summary>
    internal static void Anonymize(ModelProto model)
    {
        model.ClearProducerName();
        model.MetadataProps.Clear();
    }
}
