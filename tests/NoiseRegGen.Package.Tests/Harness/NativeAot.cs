using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Xunit;

namespace NoiseRegGen.Package.Tests.Harness;

/// <summary>Publishing native executables, where the machine can.</summary>
internal static class NativeAot
{
    /// <summary>AVX2 and FMA, and the same for other processors' baseline.</summary>
    public static string InstructionSet => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "-p:IlcInstructionSet=x86-64-v3" : "-p:IlcInstructionSet=";

    /// <summary>The folder that NuGet keeps packages in, among them the ahead-of-time compiler if it was ever used here.</summary>
    public static string PackageFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Skips the test where there is no C compiler, which links the executable.</summary>
    public static void NeedsCompiler()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        bool found = new[] { "clang", "gcc" }.Any(compiler => folders.Any(folder => File.Exists(Path.Combine(folder, compiler))));
        Assert.SkipUnless(found, "Native AOT is not tested: neither clang nor gcc is in the PATH, and one of them is needed to link.");
    }

    /// <summary>Publishes; skips the test where the ahead-of-time compiler's package cannot be had. No warning passes.</summary>
    public static async Task<ProcessRun> Publish(Func<string[], Task<ProcessRun>> dotnet, params string[] arguments)
    {
        ProcessRun run = await dotnet(["publish", "-c", "Release", .. ProcessRun.LeaveNothingRunning, .. arguments]);
        bool cannotRestore = run.ExitCode != 0 && run.Output.Contains("error NU1") && run.Output.Contains("ILCompiler", StringComparison.OrdinalIgnoreCase);
        Assert.SkipWhen(cannotRestore, "Native AOT is not tested: the package Microsoft.DotNet.ILCompiler could not be restored.");
        Assert.True(run.ExitCode == 0 && run.Output.Contains("Generating native code") && !run.Output.Contains("warning"), run.ToString());
        return run;
    }
}
