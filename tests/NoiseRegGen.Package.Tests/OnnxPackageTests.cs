using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading.Tasks;
using Consumer;
using NoiseRegGen.Package.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Package.Tests;

/// <summary>The package that reads and writes ONNX: what lies in it, and a project that gets it from the package alone.</summary>
[Trait("Suite", "slow")]
public class OnnxPackageTests(PackedPackage package)
{
    [Fact]
    public void The_package_holds_the_library_the_readme_and_the_licence_of_the_schema()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.OnnxFile);
        string[] files = [.. archive.Entries.Select(static entry => entry.FullName)];
        Assert.All(
            ["README.md", "Schema/LICENSE-Apache-2.0", "Schema/README.md", "lib/net10.0/NoiseRegGen.Onnx.dll", "lib/net10.0/NoiseRegGen.Onnx.xml"],
            expected => Assert.Contains(expected, files));
        Assert.Equal(["lib/net10.0/NoiseRegGen.Onnx.dll"], files.Where(static file => file.EndsWith(".dll", StringComparison.Ordinal)));
        Assert.True(File.Exists(Path.ChangeExtension(package.OnnxFile, "snupkg")));
    }

    // It uses the library's internals, which any version may change.
    [Fact]
    public void The_package_needs_the_library_in_its_own_version_and_no_other()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.OnnxFile);
        using var nuspec = new StreamReader(archive.GetEntry("NoiseRegGen.Onnx.nuspec")!.Open());
        string text = nuspec.ReadToEnd();
        Assert.Contains($"""<dependency id="NoiseRegGen" version="[{package.Version}]" """, text);
        Assert.Contains("""<license type="expression">MIT AND Apache-2.0</license>""", text);
        Assert.Contains("<readme>README.md</readme>", text);
    }

    [Fact]
    public async Task A_fresh_project_saves_a_network_and_the_one_that_it_loads_computes_the_same_to_the_last_bit()
    {
        using var consumer = new ConsumerProject(
            package, "", $"""<PackageReference Include="NoiseRegGen.Onnx" Version="{package.Version}" />""", mayUseCommonPackages: true);
        consumer.Write("App/Program.cs", """
            using NoiseRegGen.Onnx;

            OnnxFile.Save(new Consumer.Consumed(seed: 7), "consumed.onnx");
            var loaded = OnnxFile.Load<Consumer.Consumed, float>("consumed.onnx").Network;
            var other = new Consumer.Consumed(seed: 8);
            OnnxFile.LoadInto(other, "consumed.onnx");
            System.Console.Write(Consumer.OutputReport.Of(loaded) + Consumer.OutputReport.Of(other));

            """);

        // Truth is a network of the same seed in this process, which has no package and no file.
        string expected = OutputReport.Of(new Consumed(seed: 7));
        Assert.NotEqual(expected, OutputReport.Of(new Consumed(seed: 8)));
        Assert.Equal(expected + expected, await consumer.BuildAndRun());
    }
}
