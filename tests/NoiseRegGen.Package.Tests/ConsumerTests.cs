using System.IO;
using System.Threading.Tasks;
using Consumer;
using NoiseRegGen.Package.Tests.Harness;
using Xunit;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace NoiseRegGen.Package.Tests;

/// <summary>
/// A project that gets the library from the package, with a package cache of its own, compiles without a warning and computes what the projects of
/// this repository compute, to the last bit: the same text, compiled for the same machine.
/// </summary>
[Trait("Suite", "slow")]
public class ConsumerTests(PackedPackage package)
{
    [Fact]
    public Task A_fresh_project_trains() => Trains("");

    [Fact]
    public Task A_project_where_warnings_are_errors_trains() =>
        Trains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors><AnalysisMode>All</AnalysisMode><NoWarn>CA1814;CA1819;CA1062;CA1000;CA1515;CA1034</NoWarn><WarningLevel>9999</WarningLevel><Nullable>enable</Nullable>");

    [Fact]
    public Task A_project_that_checks_for_overflow_trains() => Trains("<CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>");

    [Fact]
    public Task A_project_without_nullable_contexts_trains() => Trains("<Nullable>disable</Nullable>");

    [Fact]
    public Task A_project_in_the_preview_language_trains() => Trains("<LangVersion>preview</LangVersion>");

    [Fact]
    public Task A_project_in_the_lowest_language_trains() => Trains("<LangVersion>13</LangVersion>");

    [Fact]
    public async Task The_example_of_the_package_readme_compiles()
    {
        using var consumer = new ConsumerProject(package, "");
        string readme = File.ReadAllText(Path.Combine(Repository.Runtime, "README.md"));
        string example = readme.Split("```csharp")[1].Split("```")[0];
        string data = "float[] x = new float[16 * 8], y = new float[16];\n";
        consumer.Write("App/Program.cs", example.Replace("var network", $"{data}var network"));
        ProcessRun build = await consumer.Build();
        Assert.True(build.ExitCode == 0 && build.Output.Contains(" 0 Warning(s)"), build.ToString());
    }

    [Fact]
    public async Task A_lower_language_is_refused_by_a_diagnostic()
    {
        using var consumer = new ConsumerProject(package, "<LangVersion>12</LangVersion>");
        ProcessRun build = await consumer.Build();
        Assert.True(build.ExitCode != 0 && build.Output.Contains("NRG0016"), build.ToString());
    }

    [Fact]
    public async Task A_project_that_gets_the_library_twice_trains()
    {
        using var consumer = new ConsumerProject(package, "", """<ProjectReference Include="../Library/Library.csproj" />""");
        consumer.WriteProject("Library/Library.csproj", "");
        consumer.Write("Library/InLibrary.cs", """
            using NoiseRegGen;

            namespace Library;

            [Mlp(3, 4, 1)]
            public sealed partial class InLibrary;
            """);

        // The same network's name as in the application, and the library's network where the application's is.
        consumer.Write("App/Both.cs", """
            using NoiseRegGen;

            namespace Consumer;

            [Mlp(3, 4, 1)]
            public sealed partial class InLibrary
            {
                public static bool Agrees()
                {
                    float[] x = { 1, 2, 3 }, own = new float[1], other = new float[1];
                    new InLibrary(7).Forward(x, own);
                    new Library.InLibrary(7).Forward(x, other);
                    return own[0] == other[0];
                }
            }
            """);
        consumer.Write("App/Program.cs", "System.Console.Write(Consumer.InLibrary.Agrees() ? Consumer.TrainingRun.Report() : \"Different.\");\n");
        Assert.Equal(TrainingRun.Report(), await consumer.BuildAndRun());
    }

    private async Task Trains(string properties)
    {
        using var consumer = new ConsumerProject(package, properties);
        Assert.Equal(TrainingRun.Report(), await consumer.BuildAndRun());
    }
}
