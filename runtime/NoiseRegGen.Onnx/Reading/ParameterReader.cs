using System;
using System.Globalization;
using System.Linq;
using System.Numerics;
using NoiseRegGen.Files;

namespace NoiseRegGen.Onnx.Reading;

/// <summary>Takes the parameters and the description out of a graph that fits.</summary>
internal static class ParameterReader
{
    /// <summary>Reads all parameters, and checks them, before anything is done with one of them.</summary>
    internal static (T[] Parameters, ModelDescription Description) Read<TNet, T>(
        ReadModel model, Expected expected, ModelLoadOptions options, string path)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Precision precision = PrecisionOf(model, path);
        if (precision != expected.Precision && !options.ConvertPrecision)
        {
            throw new ModelFileException(
                path, $"{expected.Precision} precision for a {expected.Name}", $"{precision} (ModelLoadOptions.ConvertPrecision allows it)");
        }

        (T[] parameters, string digest) = precision == Precision.Single
            ? Convert<float, T>(model, path)
            : Convert<double, T>(model, path);
        int bad = options.AllowNonFinite ? -1 : Array.FindIndex(parameters, static value => !T.IsFinite(value));
        if (bad >= 0)
        {
            throw new ModelFileException(
                path,
                "finite parameters",
                string.Create(CultureInfo.InvariantCulture, $"{parameters[bad]} at index {bad} (ModelLoadOptions.AllowNonFinite allows it)"));
        }

        ModelFile.RequireDefinedParameters<TNet, T>(parameters, options, path);
        DataDescription? data = ReadData(model, expected, precision, path);
        return (parameters, new ModelDescription(expected.Sizes, expected.Activations, precision, digest, data));
    }

    private static Precision PrecisionOf(ReadModel model, string path)
    {
        Precision precision = model.Layers[0].Weight.Precision;
        return model.Layers.All(layer => layer.Weight.Precision == precision && (layer.Bias?.Precision ?? precision) == precision)
            ? precision
            : throw new ModelFileException(path, "one number type for all weights and biases", "float and double");
    }

    /// <summary>The parameters in the file's precision, checked against the hash that came with them, and then in the network's.</summary>
    private static (T[] Parameters, string Digest) Convert<TFile, T>(ReadModel model, string path)
        where TFile : unmanaged, IFloatingPointIeee754<TFile>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TFile[] stored = Flatten<TFile>(model);
        string digest = ModelFile.Sha256<TFile>(stored);
        if (!model.Metadata.TryGetValue(MetadataKeys.ParametersSha256, out string? stated))
        {
            if (model.IsOwn)
                throw new ModelFileException(path, $"the metadata {MetadataKeys.ParametersSha256} of a file of this library", "none");
        }
        else if (stated != digest)
            throw new ModelFileException(path, $"parameters with the SHA-256 {ModelFileException.Quote(stated)} that the metadata state", digest);
        return (stored as T[] ?? Array.ConvertAll(stored, T.CreateChecked), digest);
    }

    private static T[] Flatten<T>(ReadModel model)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var parameters = new T[model.Layers.Sum(static layer => layer.Weight.Count + layer.Weight.Shape[0])];
        Span<T> rest = parameters;
        foreach ((Constant weight, Constant? bias) in model.Layers)
        {
            int outputs = weight.Shape[0], inputs = weight.Shape[1];
            CopyMatrix(weight, rest[..weight.Count], outputs, inputs);
            bias?.CopyTo(rest.Slice(weight.Count, outputs));
            rest = rest[(weight.Count + outputs)..];
        }

        return parameters;
    }

    private static void CopyMatrix<T>(Constant weight, Span<T> target, int outputs, int inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!weight.Transposed)
        {
            weight.CopyTo(target);
            return;
        }

        var stored = new T[weight.Count];
        weight.CopyTo<T>(stored);
        for (int o = 0; o < outputs; o++)
        {
            for (int i = 0; i < inputs; i++)
                target[(o * inputs) + i] = stored[(i * outputs) + o];
        }
    }

    private static DataDescription? ReadData(ReadModel model, Expected expected, Precision precision, string path)
    {
        bool folds = model.Inputs is not null || model.Targets is not null;
        if (!model.Metadata.TryGetValue(MetadataKeys.Data, out string? text))
            return folds ? Unnamed(model, expected) : null;
        DataDescription data = DataDescription.Parse(text, path);
        if (data.Inputs.Count != expected.Sizes[0] || data.Targets.Count != expected.Sizes[^1])
            throw new ModelFileException(path, $"{expected.Sizes[0]} input and {expected.Sizes[^1]} target columns", $"{data.Inputs.Count} and {data.Targets.Count}");
        if (folds && !(Agrees(model.Inputs, data.Inputs, precision) && Agrees(model.Targets, data.Targets, precision)))
            throw new ModelFileException(path, "the standardisation in the graph that the metadata state", "another one");
        return data;
    }

    // The graph's numbers are the metadata's, rounded to the file's precision.
    private static bool Agrees(Standardization? graph, Standardization metadata, Precision precision) =>
        graph is not null && graph.Means.SequenceEqual(metadata.Means.Select(value => Rounded(value, precision))) && graph.Scales.SequenceEqual(metadata.Scales.Select(value => Rounded(value, precision)))
        || graph is null && metadata.Equals(Standardization.Identity(metadata.Count));

    private static double Rounded(double value, Precision precision) => precision == Precision.Single ? (float)value : value;

    // Of another program's model: what the graph does must not be lost, and columns have to be called something.
    private static DataDescription Unnamed(ReadModel model, Expected expected) => new(
        Enumerable.Range(0, expected.Sizes[0]).Select(static column => $"x{column}"),
        model.Inputs ?? Standardization.Identity(expected.Sizes[0]),
        Enumerable.Range(0, expected.Sizes[^1]).Select(static column => $"y{column}"),
        model.Targets ?? Standardization.Identity(expected.Sizes[^1]));
}
