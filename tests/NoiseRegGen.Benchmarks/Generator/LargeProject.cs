using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NoiseRegGen.Benchmarks.Generator;

/// <summary>A project of 1,000 files, 50 of which hold a network; and edits of it, as an editor makes them.</summary>
internal sealed class LargeProject
{
    internal const int Files = 1000;
    internal const int Networks = 50;

    private static readonly string[] s_shapes =
    [
        "8, 64, 64, 1",
        "3, 32, 1, Hidden = Activation.Relu",
        "64, 256, 256, 10, Hidden = Activation.Gelu",
        "12, 24, 24, 24, 2, Precision = Precision.Double",
        "5, 16, 4, Activations = [Activation.Silu, Activation.Sigmoid]",
    ];

    private readonly SyntaxTree[] _trees = [.. Enumerable.Range(0, Files).Select(static file => Parse(file, Body(file, 0)))];

    internal LargeProject()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(MlpAttribute).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path));
        Compilation = CSharpCompilation.Create("Large", _trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    internal static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp13);

    internal CSharpCompilation Compilation { get; }

    /// <summary>The project as an editor sees it for the first time: nothing bound yet.</summary>
    internal CSharpCompilation Fresh() => Compilation.Clone();

    /// <summary>One keystroke inside a method of a file without a network.</summary>
    internal CSharpCompilation WithKeystroke(int edit) => Edited(Networks + (edit % (Files - Networks)), edit);

    /// <summary>One keystroke inside a method of a network's class.</summary>
    internal CSharpCompilation WithKeystrokeInNetwork(int edit) => Edited(edit % Networks, edit);

    /// <summary>A digit of a network's attribute.</summary>
    internal CSharpCompilation WithChangedNetwork(int edit) =>
        Replace(0, Body(0, 0).Replace(s_shapes[0], string.Create(CultureInfo.InvariantCulture, $"8, 64, {10 + (edit % 80)}, 1")));

    private CSharpCompilation Edited(int file, int edit) => Replace(file, Body(file, edit));

    private CSharpCompilation Replace(int file, string text) => Compilation.ReplaceSyntaxTree(_trees[file], Parse(file, text));

    private static SyntaxTree Parse(int file, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, $"File{file}.cs");

    // Forty lines of an ordinary class: some members, some calls, an attribute that is not ours.
    private static string Body(int file, int edit)
    {
        string number = file.ToString(CultureInfo.InvariantCulture);
        string marked = file < Networks ? $"[Mlp({s_shapes[file % s_shapes.Length]})]" : "[Serializable]";
        string other = ((file * 7) + 1).ToString(CultureInfo.InvariantCulture);
        string methods = string.Concat(Enumerable.Range(0, 8).Select(method => $$"""

                public static int Count{{method}}(IReadOnlyList<string> names)
                {
                    int sum = {{(method == 0 ? edit : method)}};
                    foreach (string name in names)
                        sum += name.Length * {{other}};
                    return sum;
                }

            """));
        return $$"""
            using System;
            using System.Collections.Generic;
            using NoiseRegGen;

            namespace Large.Part{{file % 20}};

            {{marked}}
            public partial class Class{{number}}
            {
            {{methods}}
            }
            """;
    }
}
