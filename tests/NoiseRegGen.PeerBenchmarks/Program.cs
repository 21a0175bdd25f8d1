using System;
using System.CommandLine;
using System.IO;
using NoiseRegGen.PeerBenchmarks.Commands;
using NoiseRegGen.PeerBenchmarks.Reports;

namespace NoiseRegGen.PeerBenchmarks;

/// <summary>The command line; README.md beside this file has the commands.</summary>
internal static class Program
{
    private static readonly Option<string> s_filter = new("--filter")
    {
        Description = "Words that a scenario must all match: part of a job's or a network's name, or a batch, e.g. \"Plain 8-64 256\".",
        DefaultValueFactory = _ => string.Empty,
        Recursive = true,
    };

    private static readonly Option<bool> s_quick = new("--quick")
    {
        Description = "Fewer and shorter rounds and, without a filter, two networks at two batches: under a minute.",
        Recursive = true,
    };

    private static readonly Option<string?> s_output = new("--output")
    {
        Description = "The folder for the Markdown and JSON files; "
            + "a full run without a filter writes to the project's results, any other to a temporary folder.",
        Recursive = true,
    };

    private static int Main(string[] args)
    {
        RootCommand root = new("Compares NoiseRegGen with TorchSharp, ONNX Runtime and a scalar loop, side by side in one process.");
        root.Options.Add(s_filter);
        root.Options.Add(s_quick);
        root.Options.Add(s_output);
        root.SetAction(parsed => Execute(parsed, CompareCommand.Run, string.Empty));
        root.Subcommands.Add(Create("kernels", "Each job's share of the machine's FMA peak and of its bound.", KernelsCommand.Run));
        root.Subcommands.Add(Create("threads", "Two threads of the worker team against one at batch 1024.", ThreadsCommand.Run));
        root.Subcommands.Add(Create("check", "Compares the results of all sides and times nothing.", CheckCommand.Run));
        return root.Parse(args).Invoke();
    }

    private static Command Create(string name, string description, Func<Settings, Report> run)
    {
        Command command = new(name, description);
        command.SetAction(parsed => Execute(parsed, run, "." + name));
        return command;
    }

    private static int Execute(ParseResult parsed, Func<Settings, Report> run, string suffix)
    {
        string commandLine = string.Join(' ', Environment.GetCommandLineArgs()[1..]);
        Settings settings = new(
            parsed.GetValue(s_filter) ?? string.Empty, parsed.GetValue(s_quick), parsed.GetValue(s_output),
            $"NoiseRegGen.PeerBenchmarks {commandLine}".TrimEnd());
        Report report = run(settings);
        ReportWriter.Print(report);
        ReportWriter.Write(report, settings.Output ?? DefaultFolder(settings, timed: suffix != ".check"), report.Machine.FileName + suffix);
        return 0;
    }

    // Only complete runs that timed something may replace the committed results; those are found from the repository's root.
    private static string DefaultFolder(Settings settings, bool timed)
    {
        string results = Path.Combine("tests", "NoiseRegGen.PeerBenchmarks", "results");
        return timed && !settings.Quick && settings.Filter.Length == 0 && Directory.Exists(results)
            ? results
            : Path.Combine(Path.GetTempPath(), "noisereggen-peer-benchmarks");
    }
}
