using System.Collections.Generic;
using System.Numerics;
using System.Runtime.Intrinsics.X86;
using System.Threading.Tasks;
using Consumer;
using NoiseRegGen.Package.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Package.Tests;

/// <summary>Native executables train, and are published without a warning of the trimming and ahead-of-time analyses.</summary>
[Trait("Suite", "slow")]
public class NativeAotTests(PackedPackage package)
{
    private const string Message = "App: [Mlp] networks run some 100 times slower in a native executable for any x64 processor";

    private static readonly Dictionary<string, string> NoVariables = [];

    [Fact]
    public async Task The_quick_start_trains_as_a_native_executable()
    {
        NativeAot.NeedsCompiler();
        using var folder = new TemporaryFolder();
        await NativeAot.Publish(
            arguments => ProcessRun.Dotnet(Repository.QuickStart, NoVariables, arguments),
            "-p:NativeAot=true", NativeAot.InstructionSet, "--artifacts-path", folder.File("artifacts"), "-o", folder.File("native"));
        ProcessRun native = await ProcessRun.Start(folder.File("native/QuickStart"), folder.Path, NoVariables);
        ProcessRun compiledAtRunTime = await ProcessRun.Dotnet(folder.Path, NoVariables, folder.File("artifacts/bin/QuickStart/release/QuickStart.dll"));
        Assert.True(native.ExitCode == 0 && compiledAtRunTime.ExitCode == 0, $"{native}\n{compiledAtRunTime}");

        // Printed with three decimals, the losses do not depend on the vector width.
        Assert.Equal(compiledAtRunTime.Output, native.Output);
        Assert.StartsWith("step   0: loss ", native.Output);
    }

    // Fused multiply-add rounds once by definition, in software too: with vectors of the same width all bits agree.
    [Fact]
    public async Task A_native_executable_from_the_package_computes_the_same_bits_with_and_without_hardware_fused_multiply_add()
    {
        NativeAot.NeedsCompiler();
        Assert.SkipUnless(Avx2.IsSupported && Fma.IsSupported, "Instruction sets of native executables are tested on x64 with AVX2 and FMA alone.");
        using var consumer = new ConsumerProject(package, "<PublishAot>true</PublishAot>", mayUseCommonPackages: true);

        ProcessRun anyProcessor = await NativeAot.Publish(consumer.Dotnet, "-o", "any");
        Assert.True(anyProcessor.Output.Split(Message).Length == 2, anyProcessor.ToString());
        ProcessRun software = await consumer.RunNative("any");
        ProcessRun narrow = await consumer.RunApplication(new Dictionary<string, string> { ["DOTNET_MaxVectorTBitWidth"] = "128" });
        Assert.StartsWith("Vector<byte>.Count 16\n", software.Output);
        Assert.Equal(narrow.Output, software.Output);

        ProcessRun wide = await NativeAot.Publish(consumer.Dotnet, NativeAot.InstructionSet, "-o", "wide");
        Assert.DoesNotContain(Message, wide.Output);
        ProcessRun hardware = await consumer.RunNative("wide");
        Assert.StartsWith("Vector<byte>.Count 32\n", hardware.Output);
        if (Vector<byte>.Count == 32)
            Assert.Equal(TrainingRun.Report(), hardware.Output);
    }
}
