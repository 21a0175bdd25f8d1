using System;
using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Reads a network's file.</summary>
/// <remarks>
/// <c>{"format":"noisereggen.mlp","version":1,"layers":[8,64,64,1],"activations":["Tanh","Tanh","Identity"],"precision":"Single",
/// "parametersSha256":"..."}</c>: the members in any order, all of them but the last, and no others. What is to be added to the format gets another version.
/// </remarks>
internal static class NetworkFileReader
{
    /// <summary>How the names of such files end.</summary>
    public const string Extension = ".mlp.json";

    private const string Format = "noisereggen.mlp";
    private const int Version = 1;
    private const int DigestDigits = 64;

    /// <summary>Whether a path names such a file.</summary>
    public static bool IsNetworkFile(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a file says, or the first mistake in it.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="text">Its text; null where it could not be read.</param>
    public static NetworkFile Read(string path, string? text)
    {
        string normal = path.Replace('\\', '/');
        if (text is null)
            return Broken(normal, NetworkFileProblemKind.Format, "it cannot be opened");
        try
        {
            return Interpret(normal, ReadMembers(new JsonCursor(text)));
        }
        catch (JsonSyntaxException problem)
        {
            return Broken(normal, NetworkFileProblemKind.Format, problem.Message);
        }
    }

    private static Dictionary<string, object> ReadMembers(JsonCursor cursor)
    {
        var members = new Dictionary<string, object>();
        cursor.Read('{', "'{'");
        do
        {
            string name = cursor.ReadString("the name of a member");
            if (members.ContainsKey(name))
                throw new JsonSyntaxException($"'{name}' is given twice");
            cursor.Read(':', "':'");
            members.Add(name, ReadValue(cursor, name));
        }
        while (cursor.TryRead(','));
        cursor.Read('}', "',' or '}'");
        cursor.ReadEnd();
        return members;
    }

    private static object ReadValue(JsonCursor cursor, string name) => name switch
    {
        "format" or "precision" or "parametersSha256" => cursor.ReadString(),
        "version" => cursor.ReadInteger(),
        "layers" => cursor.ReadIntegers(),
        "activations" => cursor.ReadStrings(),
        _ => throw new JsonSyntaxException($"'{name}' is not a member of version {Version} of the format"),
    };

    private static NetworkFile Interpret(string path, Dictionary<string, object> members)
    {
        if (!Equals(Member(members, "format"), Format))
            return Broken(path, NetworkFileProblemKind.Format, $"'format' must be '{Format}', but is '{members["format"]}'");
        if (!Equals(Member(members, "version"), (long)Version))
            return Broken(path, NetworkFileProblemKind.Format, $"'version' must be {Version}, but is {members["version"]}");
        var sizes = (List<long>)Member(members, "layers");
        var activations = (List<string>)Member(members, "activations");
        var precision = (string)Member(members, "precision");
        string? digest = members.TryGetValue("parametersSha256", out object value) ? (string)value : null;
        if (digest is not null && !IsDigest(digest))
            return Broken(path, NetworkFileProblemKind.Format, $"'parametersSha256' must be {DigestDigits} hexadecimal digits, but is '{digest}'");

        if (UnknownName(activations, precision) is { } unknown)
            return Broken(path, NetworkFileProblemKind.UnknownName, unknown);
        if (WrongShape(sizes, activations) is { } wrong)
            return Broken(path, NetworkFileProblemKind.Shape, wrong);

        IEnumerable<LayerModel> layers = activations.Select((name, index) => new LayerModel(
            index + 1, (int)sizes[index], (int)sizes[index + 1], (ActivationKind)Enum.Parse(typeof(ActivationKind), name)));
        var network = new NetworkModel(new EquatableArray<LayerModel>(layers), (ScalarKind)Enum.Parse(typeof(ScalarKind), precision), LaplacianChoice.Automatic);
        return new NetworkFile(path, new NetworkDefinition(network, digest?.ToLowerInvariant()), null);
    }

    private static object Member(Dictionary<string, object> members, string name) =>
        members.TryGetValue(name, out object value) ? value : throw new JsonSyntaxException($"'{name}' is missing");

    private static bool IsDigest(string text) =>
        text.Length == DigestDigits && text.All(static digit => digit is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'));

    // By name only: Enum.Parse reads numbers and lists of names too.
    private static string? UnknownName(List<string> activations, string precision)
    {
        int index = activations.FindIndex(static name => !Enum.IsDefined(typeof(ActivationKind), name));
        if (index >= 0)
            return $"'{activations[index]}', the activation of layer {index + 1}, is not a member of Activation";
        return Enum.IsDefined(typeof(ScalarKind), precision) ? null : $"'{precision}' is not a member of Precision";
    }

    private static string? WrongShape(List<long> sizes, List<string> activations)
    {
        if (NetworkLimits.Violation(sizes) is { } violation)
            return violation;
        int layers = sizes.Count - 1;
        return activations.Count == layers
            ? null
            : $"'activations' needs one entry for each of the {layers} layers, but has {activations.Count}";
    }

    private static NetworkFile Broken(string path, NetworkFileProblemKind kind, string text) =>
        new(path, null, new NetworkFileProblem(kind, text));
}
