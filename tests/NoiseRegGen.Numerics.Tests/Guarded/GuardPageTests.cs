using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using NoiseRegGen.Tests.Shared;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Guarded;

/// <summary>No public operation reads or writes outside the spans that it is given: each call lies between pages whose touch ends the process.</summary>
/// <remarks><see cref="GuardedNetworkCalls"/> and <see cref="GuardedLibraryCalls"/> are the calls, made in processes of their own.</remarks>
[Trait("Suite", "slow")]
public class GuardPageTests
{
    [Fact]
    public async Task No_operation_of_a_network_leaves_its_spans() => await Survives(nameof(GuardedNetworkCalls), []);

    [Fact]
    public async Task No_operation_of_the_library_leaves_its_spans() => await Survives(nameof(GuardedLibraryCalls), []);

    [Theory]
    [MemberData(nameof(ProcessorSetting.Widths), MemberType = typeof(ProcessorSetting))]
    public async Task No_operation_leaves_its_spans_with(string setting)
    {
        await Survives(nameof(GuardedNetworkCalls), ProcessorSetting.Variables(setting));
        await Survives(nameof(GuardedLibraryCalls), ProcessorSetting.Variables(setting));
    }

    // The guards work: one number too far, in either direction, and the process is no more.
    [Theory]
    [InlineData(nameof(ForbiddenCalls.Read_after_the_end))]
    [InlineData(nameof(ForbiddenCalls.Write_before_the_start))]
    public async Task A_touch_outside_ends_the_process(string call)
    {
        (TestProcess process, string last) = await Run([], "--filter-method", $"*.{nameof(ForbiddenCalls)}.{call}");
        Assert.True(process.ExitCode != 0 && last.StartsWith(call, StringComparison.Ordinal), $"Survived: {process.Output}");
    }

    private static async Task Survives(string calls, Dictionary<string, string> environment)
    {
        (TestProcess process, string last) = await Run(environment, "--filter-class", $"*.{calls}");
        Assert.True(process.ExitCode == 0, $"Ended with exit code {process.ExitCode}; the last call was: {last}\n{process.Output}");
    }

    private static async Task<(TestProcess Process, string Last)> Run(Dictionary<string, string> environment, params string[] options)
    {
        Assert.SkipUnless(PageProtection.IsSupported, "Guard pages are made on Linux and Windows only.");
        string progress = Path.GetTempFileName();
        try
        {
            var variables = new Dictionary<string, string>(environment) { [ProgressFile.Variable] = progress };
            TestProcess process = await TestProcess.Run(variables, ["--explicit", "only", .. options]);
            return (process, await File.ReadAllTextAsync(progress, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(progress);
        }
    }
}
