using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NoiseRegGen.Generator;

namespace NoiseRegGen.Benchmarks.Generator;

/// <summary>
/// What the generator costs an editor, next to the least that a generator for an attribute can do. Both run after the same edits, by turns and each on a
/// compilation of its own, so that neither finds what the other has bound; medians of times, and of the ratios after the same edit.
/// </summary>
internal static class KeystrokeComparison
{
    private const int FirstRuns = 5;
    private const int Keystrokes = 151;

    // Until the JIT has compiled all that runs once an edit for the last time: an editor's compiler has long been warm.
    private const int WarmUp = 150;

    internal static void Run(TextWriter output)
    {
        var project = new LargeProject();
        string[] endings = FileEndings(project);
        _ = Measure(endings, WarmUp, project.WithKeystroke);
        double[][] first = Measure(endings, FirstRuns, _ => project.Fresh(), keep: false);
        double[][] keystroke = Measure(endings, Keystrokes, project.WithKeystroke);
        double[][] inNetwork = Measure(endings, Keystrokes, project.WithKeystrokeInNetwork);
        double[][] changed = Measure(endings, Keystrokes, project.WithChangedNetwork);

        output.WriteLine("# The generator in an editor");
        output.WriteLine();
        output.WriteLine(Invariant($"A project of {LargeProject.Files:N0} files with {LargeProject.Networks} networks. Time of one run of the generator driver after an edit, milliseconds: median (10 %, 90 %) of"));
        output.WriteLine(Invariant($"{Keystrokes} edits ({FirstRuns} first runs) after {WarmUp} that do not count, and 20 more of each kind. Beside it, by turns, a bare generator that finds the same classes by `ForAttributeWithMetadataName` and writes nothing, and one"));
        output.WriteLine(Invariant($"that writes {endings.Length} files of one comment for each, as many as this one and with names as long: Roslyn takes stock of them after each edit, changed or not. Ratios and difference are medians of those after the same edit (quartiles)."));
        output.WriteLine();
        output.WriteLine("Made by `dotnet run -c Release --project tests/NoiseRegGen.Benchmarks -- generator`.");
        output.WriteLine();
        output.WriteLine(Invariant($"{Machine.Describe()}; .NET {Environment.Version}; Roslyn {typeof(CSharpCompilation).Assembly.GetName().Version}."));
        output.WriteLine();
        output.WriteLine("| edit | NoiseRegGen | bare | bare, with files | ratio to bare | to bare with files | files alone | difference to bare | aim |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        Row(output, "none: the first run, all files are written", first, "");
        Row(output, "a keystroke in a file without a network", keystroke, "ratio at most 1.2");
        Row(output, "a keystroke in a network's class", inNetwork, "ratio at most 1.2");
        Row(output, "a size in a network's attribute, its files are written again", changed, "difference below 20 ms");
    }

    /// <summary>How the names of a network's files end: <c>.Mlp.g.cs</c>, <c>.Forward.g.cs</c>, ...</summary>
    private static string[] FileEndings(LargeProject project)
    {
        const string Class = "Large.Part0.Class0";
        return
        [
            .. Driver(new MlpGenerator(), run: false).RunGenerators(project.Fresh()).GetRunResult().Results[0].GeneratedSources
                .Where(static file => file.HintName.StartsWith(Class + ".", StringComparison.Ordinal))
                .Select(static file => file.HintName[Class.Length..]),
        ];
    }

    private static double[][] Measure(string[] endings, int rounds, Func<int, Compilation> edit, bool keep = true)
    {
        GeneratorDriver[] drivers = [Driver(new MlpGenerator(), keep), Driver(new BareGenerator(), keep), Driver(new BareGenerator(endings), keep)];
        double[][] times = [new double[rounds], new double[rounds], new double[rounds]];
        int warmUp = keep ? 20 : 1;
        for (int round = -warmUp; round < rounds; round++)
        {
            for (int turn = 0; turn < drivers.Length; turn++)
            {
                int who = (round + warmUp + turn) % drivers.Length;
                Compilation compilation = edit(round + warmUp);

                // An editor has declared the types of a new compilation before it asks its generators.
                compilation.GetTypeByMetadataName("Large.Part0.Class0");
                GC.Collect();
                long start = Stopwatch.GetTimestamp();
                GeneratorDriver next = drivers[who].RunGenerators(compilation);
                if (round >= 0)
                    times[who][round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (keep)
                    drivers[who] = next;
            }
        }

        return times;
    }

    private static GeneratorDriver Driver(IIncrementalGenerator generator, bool run)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: LargeProject.ParseOptions);
        return run ? driver.RunGenerators(new LargeProject().Compilation) : driver;
    }

    private static void Row(TextWriter output, string edit, double[][] times, string aim)
    {
        double[] ours = times[0], bare = times[1], files = times[2];
        double[] difference = [.. ours.Zip(bare, static (left, right) => left - right).Order()];
        output.WriteLine(Invariant($"| {edit} | {Describe(ours)} | {Describe(bare)} | {Describe(files)} | {Ratios(ours, bare)} | {Ratios(ours, files)} | {Ratios(files, bare)} | {difference[difference.Length / 2]:F1} | {aim} |"));
    }

    private static string Describe(double[] times)
    {
        double[] sorted = [.. times.Order()];
        return Invariant($"{sorted[sorted.Length / 2]:F2} ({sorted[sorted.Length / 10]:F2}, {sorted[sorted.Length * 9 / 10]:F2})");
    }

    // Edit by edit: what slows the machine for some edits slows both.
    private static string Ratios(double[] ours, double[] others)
    {
        double[] sorted = [.. ours.Zip(others, static (left, right) => left / right).Order()];
        return Invariant($"{sorted[sorted.Length / 2]:F2} ({sorted[sorted.Length / 4]:F2}, {sorted[sorted.Length * 3 / 4]:F2})");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
