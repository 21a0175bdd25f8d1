using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace NoiseRegGen.Tests.Shared;

/// <summary>Runs tests of this project in a process of their own: settings that are read at start-up, and faults that end a process.</summary>
/// <param name="ExitCode">0 where all tests passed, and there were some.</param>
/// <param name="Output">What the process wrote.</param>
internal sealed record TestProcess(int ExitCode, string Output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    /// <summary>Runs the tests that the options of Microsoft.Testing.Platform choose, under these environment variables.</summary>
    public static async Task<TestProcess> Run(IReadOnlyDictionary<string, string> environment, params string[] options)
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string[] arguments = [Assembly.GetEntryAssembly()!.Location, "--progress", "off", "--ansi", "off", "--show-live-output", "on", .. options];
        var start = new ProcessStartInfo(host, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Limit);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token), error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new TestProcess(process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Fails with all that the process wrote unless its tests passed.</summary>
    public TestProcess Passed()
    {
        Assert.True(ExitCode == 0, $"The tests ended with exit code {ExitCode}:\n{Output}");
        return this;
    }
}
