using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace NoiseRegGen.Files;

/// <content>
/// The description as text in a file's metadata:
/// <c>{"inputs":[{"name":"load","mean":0.5,"scale":2},...],"targets":[...]}</c>; numbers in their shortest form that reads back the same.
/// </content>
public sealed partial class DataDescription
{
    internal string ToJson()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            Write(writer, "inputs", InputNames.AsSpan(), Inputs);
            Write(writer, "targets", TargetNames.AsSpan(), Targets);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static DataDescription Parse(string json, string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 4, AllowDuplicateProperties = false });
            (List<string> inputNames, Standardization inputs) = ReadColumns(document.RootElement.GetProperty("inputs"));
            (List<string> targetNames, Standardization targets) = ReadColumns(document.RootElement.GetProperty("targets"));
            return new DataDescription(inputNames, inputs, targetNames, targets);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new ModelFileException(path, "a description of the data's columns with name, mean and scale of each", "something else", e);
        }
    }

    private static void Write(Utf8JsonWriter writer, string property, ReadOnlySpan<string> names, Standardization standardization)
    {
        writer.WriteStartArray(property);
        for (int i = 0; i < names.Length; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("name", names[i]);
            writer.WriteNumber("mean", standardization.Means[i]);
            writer.WriteNumber("scale", standardization.Scales[i]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static (List<string> Names, Standardization Standardization) ReadColumns(JsonElement columns)
    {
        List<string> names = [];
        List<double> means = [], scales = [];
        foreach (JsonElement column in columns.EnumerateArray())
        {
            names.Add(column.GetProperty("name").GetString() ?? "");
            means.Add(column.GetProperty("mean").GetDouble());
            scales.Add(column.GetProperty("scale").GetDouble());
        }

        return (names, new Standardization(means.ToArray(), scales.ToArray()));
    }
}
