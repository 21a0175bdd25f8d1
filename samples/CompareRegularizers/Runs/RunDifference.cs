using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompareRegularizers.Runs;

/// <summary>Finds the first thing in which two runs differ, and says it in the words of the command line.</summary>
internal static class RunDifference
{
    private static readonly HashSet<string> Told = ["command", "environment.framework"];

    /// <summary>What differs, what it is in the first and in the second; null if nothing that the numbers depend on does.</summary>
    internal static (string Name, string There, string Here)? Find(RunDocument there, RunDocument here) => Find(
        JsonSerializer.SerializeToNode(there, RunJson.Options)!.AsObject(),
        JsonSerializer.SerializeToNode(here, RunJson.Options)!.AsObject(),
        string.Empty);

    private static (string Name, string There, string Here)? Find(JsonObject there, JsonObject here, string prefix)
    {
        foreach ((string name, JsonNode? value) in here)
        {
            string path = prefix + name;
            JsonNode? other = there[name];
            if (Told.Contains(path) || JsonNode.DeepEquals(value, other))
                continue;
            if (value is JsonObject inner && other is JsonObject otherInner)
            {
                if (Find(otherInner, inner, $"{path}.") is { } difference)
                    return difference;
                continue;
            }

            return (Name(path), Text(other), Text(value));
        }

        return null;
    }

    private static string Name(string path) => path switch
    {
        "settings.gapEtas" or "settings.gapDraws" or "settings.noisyTestEtas" => "--quick",
        "data.sha256" => "the data's SHA-256",
        "network.name" => "the network",
        _ when path.StartsWith("settings.", System.StringComparison.Ordinal) => $"--{path["settings.".Length..]}",
        _ => path,
    };

    private static string Text(JsonNode? node) => node switch
    {
        null => "nothing",
        JsonArray array => string.Join(',', array),
        _ => node.ToString(),
    };
}
