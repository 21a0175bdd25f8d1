using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace NoiseRegGen.Package.Tests.Harness;

/// <summary>What a process wrote and how it ended.</summary>
/// <param name="Command">The command line, for messages.</param>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">Standard output and standard error, as they came.</param>
internal sealed record ProcessRun(string Command, int ExitCode, string Output)
{
    /// <summary>MSBuild nodes and the compiler server would outlive the test.</summary>
    public static readonly string[] LeaveNothingRunning = ["-nodeReuse:false", "-p:UseSharedCompilation=false"];

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs the SDK that runs this test, as a fresh shell would.</summary>
    public static Task<ProcessRun> Dotnet(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Start(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", folder, environment, arguments);

    public static async Task<ProcessRun> Start(string file, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        ForgetTheOuterBuild(start);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start.");
        using var patience = new CancellationTokenSource(Limit);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token), error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new ProcessRun($"{Path.GetFileName(file)} {string.Join(' ', arguments)}", process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    // dotnet test tells its children through the environment which MSBuild and which settings it uses; a user's shell has none of it.
    private static void ForgetTheOuterBuild(ProcessStartInfo start)
    {
        foreach (string name in new List<string>(start.Environment.Keys))
        {
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "CI" or "Suite" or "TESTINGPLATFORM_UI_LANGUAGE")
                start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
    }

    public override string ToString() => $"{Command}: exit code {ExitCode}\n{Output}";
}
