using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace NoiseRegGen.Files.Tests;

/// <summary>
/// Reads the numbers of a file that is right, in the obvious way and without a single check: what the library makes of a file that it
/// accepts must be this.
/// </summary>
internal static class PlainReader
{
    internal static byte[] Read(byte[] bytes)
    {
        int header = (int)BitConverter.ToInt64(bytes);
        using JsonDocument document = JsonDocument.Parse(bytes.AsMemory(8, header));
        IEnumerable<JsonProperty> tensors = document.RootElement.EnumerateObject()
            .Where(property => property.Name != "__metadata__")
            .OrderBy(property => Number(property.Name)).ThenByDescending(property => property.Name.EndsWith("weight", StringComparison.Ordinal));
        List<byte> data = [];
        foreach (JsonProperty tensor in tensors)
        {
            JsonElement offsets = tensor.Value.GetProperty("data_offsets");
            data.AddRange(bytes.AsSpan(8 + header)[offsets[0].GetInt32()..offsets[1].GetInt32()]);
        }

        return [.. data];
    }

    private static int Number(string name)
    {
        string digits = new([.. name.Reverse().SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit).Reverse()]);
        return digits.Length == 0 ? 0 : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }
}
