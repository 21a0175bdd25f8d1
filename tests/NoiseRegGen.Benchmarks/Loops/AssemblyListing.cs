using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace NoiseRegGen.Benchmarks.Loops;

/// <summary>One method of the JIT's listing.</summary>
internal sealed partial record AssemblyListing(string Method, IReadOnlyList<InnerLoop> InnerLoops)
{
    internal static IEnumerable<AssemblyListing> Read(IEnumerable<string> lines)
    {
        string? method = null;
        List<string> body = [];
        foreach (string line in lines)
        {
            if (Heading().Match(line) is { Success: true } heading)
                (method, body) = (heading.Groups["method"].Value, []);
            else if (line.StartsWith("; Total bytes of code", StringComparison.Ordinal) && method is not null)
                yield return new AssemblyListing(method, [.. FindInnerLoops(body)]);
            else if (!line.StartsWith(';') && line.Trim() is { Length: > 0 } text && !text.StartsWith("align", StringComparison.Ordinal))
                body.Add(text);
        }
    }

    // A jump back to a label closes a loop; one that lies within another's lines is further in.
    private static IEnumerable<InnerLoop> FindInnerLoops(List<string> body)
    {
        Dictionary<string, int> labels = [];
        List<(int First, int Last)> loops = [];
        for (int i = 0; i < body.Count; i++)
        {
            if (Label().Match(body[i]) is { Success: true } label)
                labels[label.Groups["name"].Value] = i;
            else if (Jump().Match(body[i]) is { Success: true } jump && labels.TryGetValue(jump.Groups["name"].Value, out int target))
                loops.Add((target, i));
        }

        foreach ((int first, int last) in loops)
        {
            if (!loops.Exists(other => other != (first, last) && other.First >= first && other.Last <= last))
                yield return InnerLoop.Of(body[first..(last + 1)].Where(static line => !Label().IsMatch(line)));
        }
    }

    [GeneratedRegex(@"^; Assembly listing for method \S*\.(?<method>\w+\+Kernels:\w+)\(")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<name>G_M\w+_IG\d+):")]
    private static partial Regex Label();

    [GeneratedRegex(@"^j\w+\s+(SHORT )?(?<name>G_M\w+_IG\d+)$")]
    private static partial Regex Jump();
}
