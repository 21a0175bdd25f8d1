using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NoiseRegGen.Generator;

namespace NoiseRegGen.Benchmarks.Generator;

/// <summary>
/// What the generator costs an editor, next to the least that a generator for an attribute can do. Both run after the same edits, by turns and each on a
/// compilation of its own, so that neither finds what the other has bound; medians.
/// </summary>
internal static class KeystrokeComparison
{
    private const int FirstRuns = 5;
    private const int Keystrokes = 61;

    // As many as the generator writes for a network.
    private const int FilesPerNetwork = 9;

    internal static void Run(TextWriter output)
    {
        var project = new LargeProject();
        double[][] first = Measure(FirstRuns, _ => project.Fresh(), keep: false);
        double[][] keystroke = Measure(Keystrokes, project.WithKeystroke);
        double[][] inNetwork = Measure(Keystrokes, project.WithKeystrokeInNetwork);
        double[][] changed = Measure(Keystrokes, project.WithChangedNetwork);

        output.WriteLine("# The generator in an editor");
        output.WriteLine();
        output.WriteLine(Invariant($"A project of {LargeProject.Files:N0} files with {LargeProject.Networks} networks. Time of one run of the generator driver after an edit, milliseconds: median (10 %, 90 %) of"));
        output.WriteLine(Invariant($"{Keystrokes} edits ({FirstRuns} first runs). Beside it, by turns, a bare generator that finds the same classes by `ForAttributeWithMetadataName` and writes nothing, and one"));
        output.WriteLine(Invariant($"that writes {FilesPerNetwork} files of one comment for each, as many as this one: Roslyn takes stock of them after each edit, changed or not."));
        output.WriteLine();
        output.WriteLine("Made by `dotnet run -c Release --project tests/NoiseRegGen.Benchmarks -- generator`.");
        output.WriteLine();
        output.WriteLine(Invariant($"{Machine.Describe()}; .NET {Environment.Version}; Roslyn {typeof(CSharpCompilation).Assembly.GetName().Version}."));
        output.WriteLine();
        output.WriteLine("| edit | NoiseRegGen | bare | bare, with files | ratio to bare | to bare with files | difference to bare | aim |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        Row(output, "none: the first run, all files are written", first, "");
        Row(output, "a keystroke in a file without a network", keystroke, "ratio at most 1.2");
        Row(output, "a keystroke in a network's class", inNetwork, "ratio at most 1.2");
        Row(output, "a size in a network's attribute, its files are written again", changed, "difference below 20 ms");
    }

    private static double[][] Measure(int rounds, Func<int, Compilation> edit, bool keep = true)
    {
        GeneratorDriver[] drivers = [Driver(new MlpGenerator(), keep), Driver(new BareGenerator(0), keep), Driver(new BareGenerator(FilesPerNetwork), keep)];
        double[][] times = [new double[rounds], new double[rounds], new double[rounds]];
        for (int round = -rounds / 3; round < rounds; round++)
        {
            for (int turn = 0; turn < drivers.Length; turn++)
            {
                int who = (round + rounds + turn) % drivers.Length;
                Compilation compilation = edit(round + rounds);

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

        Array.ForEach(times, Array.Sort);
        return times;
    }

    private static GeneratorDriver Driver(IIncrementalGenerator generator, bool run)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: LargeProject.ParseOptions);
        return run ? driver.RunGenerators(new LargeProject().Compilation) : driver;
    }

    private static void Row(TextWriter output, string edit, double[][] times, string aim)
    {
        double ours = Median(times[0]), bare = Median(times[1]), files = Median(times[2]);
        output.WriteLine(Invariant($"| {edit} | {Describe(times[0])} | {Describe(times[1])} | {Describe(times[2])} | {ours / bare:F2} | {ours / files:F2} | {ours - bare:F1} | {aim} |"));
    }

    private static string Describe(double[] times) =>
        Invariant($"{Median(times):F2} ({times[times.Length / 10]:F2}, {times[times.Length * 9 / 10]:F2})");

    private static double Median(double[] sorted) => sorted[sorted.Length / 2];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
