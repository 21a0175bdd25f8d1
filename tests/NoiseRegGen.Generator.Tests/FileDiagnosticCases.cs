using System.Linq;
using NoiseRegGen.Generator.Tests.Harness;

namespace NoiseRegGen.Generator.Tests;

/// <summary>Every mistake that an attribute with a file can make, and every one in the file.</summary>
internal static class FileDiagnosticCases
{
    private const string Named = "[Mlp({|#0:\"friction.mlp.json\"|})] partial class N;";

    public static readonly FileDiagnosticCase[] Names =
    [
        Wrong("NRG0030", "A network's file is named '*.mlp.json', but [Mlp] gives 'friction.json'", "[Mlp({|#0:\"friction.json\"|})] partial class N;"),
        Wrong("NRG0030", "A network's file is named '*.mlp.json', but [Mlp] gives null", "[Mlp({|#0:(string)null|})] partial class N;"),
        Wrong("NRG0030", "A network's file is named '*.mlp.json', but [Mlp] gives ''", "[Mlp({|#0:\"\"|})] partial class N;"),
        Wrong("NRG0030", "A network's file is named '*.mlp.json', but [Mlp] gives 'a?b.mlp.json'", "[Mlp({|#0:\"a\\nb.mlp.json\"|})] partial class N;"),
        Wrong("NRG0031", "There is no additional file 'friction.mlp.json'; add it to the project as an AdditionalFiles item", Named),
        Wrong("NRG0031", "There is no additional file 'n.mlp.json'; add it to the project as an AdditionalFiles item", "static class C { public const string Name = \"n\"; } [Mlp(file: {|#0:C.Name + \".mlp.json\"|})] partial class N;", ("/p/friction.mlp.json", NetworkFileText.Friction)),
        Wrong("NRG0031", "There is no additional file 'friction.mlp.json'; add it to the project as an AdditionalFiles item", Named, ("/p/my-friction.mlp.json", NetworkFileText.Friction), ("/p/friction.json", NetworkFileText.Friction)),
        Wrong("NRG0032", "'friction.mlp.json' could be 'a/friction.mlp.json' or 'b/friction.mlp.json'; give more of the path", Named, ("/p/a/friction.mlp.json", NetworkFileText.Friction), ("/p/b/friction.mlp.json", NetworkFileText.Friction)),
        Wrong("NRG0032", "'models/friction.mlp.json' could be 'a/models/friction.mlp.json' or 'b/models/friction.mlp.json'; give more of the path", "[Mlp({|#0:\"models/friction.mlp.json\"|})] partial class N;", ("/p/a/models/friction.mlp.json", NetworkFileText.Friction), ("/p/b/models/friction.mlp.json", NetworkFileText.Friction)),
        Wrong("NRG0036", "The network's file gives sizes, activations and precision, so Hidden cannot be given too", "[Mlp(\"friction.mlp.json\", {|#0:Hidden = Activation.Tanh|})] partial class N;", (NetworkFileText.Name, NetworkFileText.Friction)),
        Wrong("NRG0036", "The network's file gives sizes, activations and precision, so Output cannot be given too", "[Mlp(\"friction.mlp.json\", {|#0:Output = Activation.Tanh|})] partial class N;"),
        Wrong("NRG0036", "The network's file gives sizes, activations and precision, so Activations cannot be given too", "[Mlp(\"friction.mlp.json\", {|#0:Activations = [Activation.Tanh]|})] partial class N;"),
        Wrong("NRG0036", "The network's file gives sizes, activations and precision, so Precision cannot be given too", "[Mlp(\"friction.mlp.json\", {|#0:Precision = Precision.Single|})] partial class N;"),
    ];

    public static readonly FileDiagnosticCase[] Formats =
    [
        Format("line 1, column 1: expected '{', but the file ends", ""),
        Format("line 1, column 1: expected '{', but '[' came", "[]"),
        Format("line 2, column 1: expected the name of a member, but '}' came", "{\n}"),
        Format("line 1, column 2: expected the name of a member, but the file ends", "{"),
        Format("line 1, column 11: expected ':', but ',' came", "{\"format\" , 1}"),
        Format("line 1, column 11: expected a string, but '1' came", "{\"format\":1}"),
        Format("line 1, column 12: expected a whole number, but '\"' came", "{\"version\":\"1\"}"),
        Format("line 1, column 12: expected a whole number, but '1' came", "{\"version\":1.0}"),
        Format("line 1, column 12: expected a whole number, but '0' came", "{\"version\":01}"),
        Format("line 1, column 12: expected a whole number, but 't' came", "{\"version\":true}"),
        Format("line 1, column 11: expected a list of whole numbers, but '8' came", "{\"layers\":8}"),
        Format("line 1, column 14: expected ',' or ']', but ':' came", "{\"layers\":[88:1]}"),
        Format("line 1, column 17: expected a string, but '1' came", "{\"activations\":[1]}"),
        Format("line 1, column 16: expected a list of strings, but '\"' came", "{\"activations\":\"Tanh\"}"),
        Format("line 1, column 16: expected '\"' at the end of a string, but the file ends", "{\"format\":\"nois"),
        Format("line 1, column 12: expected a printable character of a string, but character 10 came", "{\"format\":\"\n\"}"),
        Format("line 1, column 13: expected an escape of JSON's, but 'x' came", "{\"format\":\"\\x\"}"),
        Format("line 1, column 13: expected an escape of JSON's, but 'u' came", "{\"format\":\"\\u12\"}"),
        Format("line 1, column 15: expected ',' or '}', but the file ends", "{\"format\":\"no\""),
        Format("line 3, column 1: expected the end of the file, but '{' came", NetworkFileText.Friction + "\n\n{"),
        Format("'format' is given twice", "{\"format\":\"noisereggen.mlp\",\"format\":\"noisereggen.mlp\"}"),
        Format("'name' is not a member of version 1 of the format", NetworkFileText.With("\"name\":\"n\"")),
        Format("'format' is missing", "{\"version\":1}"),
        Format("'format' must be 'noisereggen.mlp', but is 'other'", "{\"format\":\"other\",\"version\":1}"),
        Format("'version' is missing", "{\"format\":\"noisereggen.mlp\"}"),
        Format("'version' must be 1, but is 2", NetworkFileText.Friction.Replace("\"version\":1", "\"version\":2")),
        Format("'layers' is missing", NetworkFileText.With("\"precision\":\"Single\"")),
        Format("'activations' is missing", NetworkFileText.With("\"layers\":[8,1]")),
        Format("'precision' is missing", NetworkFileText.With("\"layers\":[8,1],\"activations\":[\"Tanh\"]")),
        Format("'parametersSha256' must be 64 hexadecimal digits, but is '0123'", NetworkFileText.Friction.Replace(NetworkFileText.Digest, "0123")),
        Format($"'parametersSha256' must be 64 hexadecimal digits, but is '{NetworkFileText.Digest[1..]}g'", NetworkFileText.Friction.Replace(NetworkFileText.Digest, NetworkFileText.Digest[1..] + "g")),
    ];

    public static readonly FileDiagnosticCase[] Contents =
    [
        Content("NRG0034", "'Swish', the activation of layer 2, is not a member of Activation", "[8,1,1]", "[\"Tanh\",\"Swish\"]"),
        Content("NRG0034", "'tanh', the activation of layer 1, is not a member of Activation", "[8,1]", "[\"tanh\"]"),
        Content("NRG0034", "'4', the activation of layer 1, is not a member of Activation", "[8,1]", "[\"4\"]"),
        Content("NRG0034", "'Tanh, Relu', the activation of layer 1, is not a member of Activation", "[8,1]", "[\"Tanh, Relu\"]"),
        Content("NRG0034", "'Half' is not a member of Precision", "[8,1]", "[\"Tanh\"]", "Half"),
        Content("NRG0035", "a network needs at least two sizes, the number of inputs and the number of outputs, but there are 0", "[]", "[]"),
        Content("NRG0035", "a network needs at least two sizes, the number of inputs and the number of outputs, but there are 1", "[8]", "[]"),
        Content("NRG0035", "a network may have at most 256 layers, but there are 257", $"[{string.Join(",", Enumerable.Repeat(1, 258))}]", "[]"),
        Content("NRG0035", "the number of inputs must be from 1 to 65536, but is 0", "[0,1]", "[\"Tanh\"]"),
        Content("NRG0035", "the size of layer 1 must be from 1 to 65536, but is -3", "[8,-3,1]", "[\"Tanh\",\"Tanh\"]"),
        Content("NRG0035", "the number of outputs must be from 1 to 65536, but is 65537", "[8,65537]", "[\"Tanh\"]"),
        Content("NRG0035", "the number of outputs must be from 1 to 65536, but is 9223372036854775807", "[8,100000000000000000000]", "[\"Tanh\"]"),
        Content("NRG0035", "a network may have at most 268435456 parameters, but there are 4295032832", "[65536,65536]", "[\"Tanh\"]"),
        Content("NRG0035", "'activations' needs one entry for each of the 2 layers, but has 1", "[8,4,1]", "[\"Tanh\"]"),
    ];

    public static FileDiagnosticCase[] All => [.. Names, .. Formats, .. Contents];

    private static FileDiagnosticCase Wrong(string id, string message, string source, params (string Path, string Text)[] files) =>
        new(new DiagnosticCase(id, message, source), files);

    private static FileDiagnosticCase Format(string problem, string text) =>
        Wrong("NRG0033", $"'friction.mlp.json' is not the file of a network: {problem}", Named, (NetworkFileText.Name, text));

    private static FileDiagnosticCase Content(string id, string problem, string layers, string activations, string precision = "Single") => Wrong(
        id,
        $"'friction.mlp.json' cannot be generated: {problem}",
        Named,
        (NetworkFileText.Name, NetworkFileText.With($"\"layers\":{layers},\"activations\":{activations},\"precision\":\"{precision}\"")));
}
