using System;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompareRegularizers.Runs;

/// <summary>How this program reads and writes JSON.</summary>
internal static class RunJson
{
    /// <summary>Names like <c>trainRmse</c>; NaN and infinities as strings; a missing or unknown member is an error.</summary>
    internal static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a document, with a newline at the end.</summary>
    internal static void Write<T>(Stream stream, T document)
    {
        JsonSerializer.Serialize(stream, document, Options);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads a document; null where the file is missing, damaged or something else.</summary>
    internal static T? TryRead<T>(string path)
        where T : class
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<T>(stream, Options);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }
}
