using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NoiseRegGen.Benchmarks.Generator;

namespace NoiseRegGen.Benchmarks.Startup;

/// <summary>What a network of ten layers costs to compile, and to run for the first time, with and without <c>AggressiveOptimization</c> on its kernels.</summary>
internal static class StartupCommand
{
    private const int Compilations = 11;
    private const int Processes = 5;

    internal static void Run(TextWriter output)
    {
        output.WriteLine("# A network of ten layers, from source to speed");
        output.WriteLine();
        output.WriteLine($"`{DeepNetwork.Attribute}`. Made by `dotnet run -c Release --project tests/NoiseRegGen.Benchmarks -- startup`.");
        output.WriteLine();
        output.WriteLine(Invariant($"{Machine.Describe()}; .NET {Environment.Version}; Roslyn {typeof(CSharpCompilation).Assembly.GetName().Version}."));
        output.WriteLine();
        CompileTimes(output);
        RunTimes(output);
    }

    private static void CompileTimes(TextWriter output)
    {
        var times = new double[3][];
        for (int i = 0; i < times.Length; i++)
            times[i] = new double[Compilations];
        CSharpCompilation project = DeepNetwork.Project();
        IReadOnlyList<SyntaxTree> generated = [];
        string path = Path.GetTempFileName();
        for (int run = 0; run < Compilations; run++)
        {
            times[0][run] = Milliseconds(() => generated = DeepNetwork.Generate(project.Clone()));
            times[1][run] = Milliseconds(() => DeepNetwork.Emit(project.Clone(), generated, path));
            times[2][run] = Milliseconds(() => project.Clone().Emit(Stream.Null));
        }

        File.Delete(path);
        output.WriteLine(Invariant($"Generated: {generated.Count} files, {generated.Sum(static tree => tree.GetText().Lines.Count):N0} lines, {generated.Sum(static tree => tree.Length) / 1024:N0} KB."));
        output.WriteLine();
        output.WriteLine(Invariant($"| compile time, ms | first run of the process | median of the {Compilations - 1} after it |"));
        output.WriteLine("|---|---|---|");
        foreach ((string what, double[] time) in new[] { ("generator", times[0]), ("compiler, with the generated files", times[1]), ("compiler, without them", times[2]) })
            output.WriteLine(Invariant($"| {what} | {time[0]:F1} | {Median(time[1..]):F1} |"));
        output.WriteLine();
    }

    private static void RunTimes(TextWriter output)
    {
        output.WriteLine("First calls in a fresh process, in milliseconds, and microseconds a call after 30 calls and after 3,000 and half a second (batch 32, one workspace); \"jitted\" is the runtime's");
        output.WriteLine(Invariant($"own count of methods and compile time for all five first calls. Medians of {Processes} processes each, by turns."));
        output.WriteLine();
        output.WriteLine("| kernels | jitted | " + string.Join(" | ", StartupProbe.Operations.Select(static name => name)) + " |");
        output.WriteLine("|---|---|" + string.Concat(StartupProbe.Operations.Select(static _ => "---|")));
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            CSharpCompilation project = DeepNetwork.Project();
            IReadOnlyList<SyntaxTree> generated = DeepNetwork.Generate(project);
            var results = new Dictionary<bool, List<double[]>> { [true] = [], [false] = [] };
            foreach (bool aggressive in results.Keys)
                DeepNetwork.Emit(project, DeepNetwork.Variant(generated, aggressive), PathOf(folder, aggressive));
            for (int round = 0; round < Processes; round++)
            {
                foreach (bool aggressive in results.Keys)
                    results[aggressive].Add(Child(PathOf(folder, aggressive)));
            }

            foreach (bool aggressive in results.Keys)
                output.WriteLine(Describe(aggressive ? "`AggressiveOptimization`, as written" : "without it", results[aggressive]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string PathOf(string folder, bool aggressive) => Path.Combine(folder, aggressive ? "aggressive.dll" : "tiered.dll");

    private static double[] Child(string assembly)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(StartupCommand).Assembly.Location);
        start.ArgumentList.Add("startup-probe");
        start.ArgumentList.Add(assembly);
        using Process process = Process.Start(start)!;
        string answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return [.. answer.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static number => double.Parse(number, CultureInfo.InvariantCulture))];
    }

    private static string Describe(string name, List<double[]> runs)
    {
        double[] median = [.. Enumerable.Range(0, runs[0].Length).Select(i => Median(runs.Select(run => run[i])))];
        IEnumerable<string> cells = Enumerable.Range(0, StartupProbe.Operations.Length).Select(i =>
            Invariant($"{median[2 + (3 * i)]:F1} ms; {median[3 + (3 * i)]:F1} us; {median[4 + (3 * i)]:F1} us"));
        return Invariant($"| {name} | {median[0]:F0} methods, {median[1]:F0} ms | ") + string.Join(" | ", cells) + " |";
    }

    private static double Milliseconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return sorted[sorted.Length / 2];
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
