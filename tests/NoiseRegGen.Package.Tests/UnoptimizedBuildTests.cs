using System.Threading.Tasks;
using NoiseRegGen.Package.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Package.Tests;

/// <summary>An unoptimised build of a network says so once, and is no more than a message.</summary>
[Trait("Suite", "slow")]
public class UnoptimizedBuildTests(PackedPackage package)
{
    private const string Message = "App: the [Mlp] networks of this project are compiled unoptimised and run 10 to 20 times slower.";

    [Fact]
    public async Task A_Debug_build_says_it_once_even_where_warnings_are_errors_unless_told_not_to()
    {
        using var consumer = new ConsumerProject(package, "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        await Says(1, consumer, "-c", "Debug");
        await Says(0, consumer, "-c", "Debug", "-p:NoiseRegGenUnoptimizedMessage=false");
    }

    // Below that the terminal logger shows no target's messages (generator/docs/faq.md).
    [Fact]
    public async Task The_terminal_logger_shows_it_when_asked_for_details()
    {
        using var consumer = new ConsumerProject(package, "");
        ProcessRun build = await consumer.Build("-c", "Debug", "--tl:on", "-v", "detailed");
        Assert.True(build.ExitCode == 0 && build.Output.Contains(Message), build.ToString());
    }

    [Fact]
    public async Task An_optimised_build_says_nothing()
    {
        using var consumer = new ConsumerProject(package, "<Optimize>true</Optimize>");
        await Says(0, consumer, "-c", "Debug");
        await Says(0, consumer, "-c", "Release");
    }

    [Fact]
    public async Task A_Debug_build_without_a_network_says_nothing()
    {
        using var consumer = new ConsumerProject(package, "<EnableDefaultCompileItems>false</EnableDefaultCompileItems>", """<Compile Include="Plain.cs" />""");
        consumer.Write("App/Plain.cs", "System.Console.WriteLine(NoiseRegGen.Activation.Tanh); // [Mlp(1, 1)] in a comment, MlpAttribute too\n");
        await Says(0, consumer, "-c", "Debug");
    }

    private static async Task Says(int times, ConsumerProject consumer, params string[] arguments)
    {
        ProcessRun build = await consumer.Build(arguments);
        Assert.True(build.ExitCode == 0 && build.Output.Contains(" 0 Warning(s)"), build.ToString());
        Assert.True(build.Output.Split(Message).Length == times + 1, build.ToString());
    }
}
