using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.Intrinsics.X86;
using System.Threading.Tasks;
using Xunit;

namespace NoiseRegGen.Tests.Shared;

/// <summary>What the runtime is told at start-up about vectors and instructions.</summary>
internal static class ProcessorSetting
{
    /// <summary>The setting that a process of tests was started with; unset in an ordinary run.</summary>
    public const string Variable = "NRG_TESTED_PROCESSOR";

    /// <summary>The variables of each setting, by name.</summary>
    private static readonly Dictionary<string, (string Variable, string Value)> All = new()
    {
        ["Vectors of 128 bits"] = ("DOTNET_MaxVectorTBitWidth", "128"),
        ["Vectors of 512 bits"] = ("DOTNET_MaxVectorTBitWidth", "512"),
        ["No AVX2"] = ("DOTNET_EnableAVX2", "0"),
        ["No hardware intrinsics"] = ("DOTNET_EnableHWIntrinsic", "0"),
    };

    /// <summary>Whole suites run under these.</summary>
    public static TheoryData<string> Widths => ["Vectors of 128 bits", "Vectors of 512 bits"];

    /// <summary>Without fused multiply-add in hardware, where everything is some 100 times slower: a few tests run under these.</summary>
    public static TheoryData<string> Software => ["No AVX2", "No hardware intrinsics"];

    /// <summary>Runs tests under a setting, which all must pass; skips where this processor does not have it.</summary>
    public static async Task<TestProcess> Run(string setting, params string[] options) =>
        (await TestProcess.Run(Variables(setting), options)).Passed();

    /// <summary>The environment of a process under a setting; skips where this processor does not have it.</summary>
    public static Dictionary<string, string> Variables(string setting)
    {
        Assert.SkipUnless(Avx2.IsSupported, "The settings are those of x64 processors with AVX2; here there is one width only, and it is tested.");
        Assert.SkipWhen(setting == "Vectors of 512 bits" && !Avx512F.IsSupported, "This processor has no AVX-512.");
        (string variable, string value) = All[setting];
        return new Dictionary<string, string> { [variable] = value, [Variable] = setting };
    }

    /// <summary>What a process finds, in words.</summary>
    public static string Found =>
        $"vectors of {8 * Vector<byte>.Count} bits, fused multiply-add in {(Fma.IsSupported ? "hardware" : "software")}";

    /// <summary>What a process must find.</summary>
    public static string Expected(string setting) => setting switch
    {
        "Vectors of 128 bits" => "vectors of 128 bits, fused multiply-add in hardware",
        "Vectors of 512 bits" => "vectors of 512 bits, fused multiply-add in hardware",
        "No AVX2" or "No hardware intrinsics" => "vectors of 128 bits, fused multiply-add in software",
        _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, null),
    };
}
