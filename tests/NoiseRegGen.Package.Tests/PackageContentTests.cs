using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using NoiseRegGen.Package.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Package.Tests;

/// <summary>What lies in the package and in the symbol package.</summary>
[Trait("Suite", "slow")]
public class PackageContentTests(PackedPackage package)
{
    private static readonly string[] CompilerExtensions =
        ["analyzers/dotnet/cs/NoiseRegGen.CodeFixes.dll", "analyzers/dotnet/cs/NoiseRegGen.Generator.dll"];

    [Fact]
    public void The_package_holds_the_library_the_generator_the_code_fixes_the_targets_and_the_readme()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        string[] expected =
            [.. CompilerExtensions, "README.md", "buildTransitive/NoiseRegGen.targets", "lib/net10.0/NoiseRegGen.dll", "lib/net10.0/NoiseRegGen.xml"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), Files(archive));
    }

    [Fact]
    public void The_symbols_are_in_a_package_of_their_own()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.SymbolFile);
        Assert.Equal(["lib/net10.0/NoiseRegGen.pdb"], Files(archive));
    }

    [Fact]
    public void The_package_depends_on_no_other_and_states_its_licence()
    {
        string nuspec = Encoding.UTF8.GetString(Read(package.File, "NoiseRegGen.nuspec"));
        Assert.DoesNotContain("<dependency ", nuspec);
        Assert.Contains("""<license type="expression">MIT</license>""", nuspec);
        Assert.Contains("<readme>README.md</readme>", nuspec);
    }

    // Deterministic: the same sources give the same bytes wherever they lie, so no path of this machine is in them.
    [Fact]
    public void No_path_of_the_building_machine_is_in_the_assemblies_and_symbols()
    {
        foreach (string file in CompilerExtensions.Append("lib/net10.0/NoiseRegGen.dll"))
            Assert.False(Contains(Read(package.File, file), Repository.Root), file);
        Assert.False(Contains(Read(package.SymbolFile, "lib/net10.0/NoiseRegGen.pdb"), Repository.Root), "symbols");
    }

    // An assembly that refers to a newer compiler than the running one is not loaded (CS9057): 4.14 is the last Visual Studio 2022's.
    [Fact]
    public void The_compiler_extensions_load_in_Roslyn_4_14()
    {
        foreach (string file in CompilerExtensions)
        {
            foreach ((string name, Version version) in References(file))
            {
                if (name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
                    Assert.True(version <= new Version(4, 14, 0, 0), $"{file}: {name} {version}");
            }
        }
    }

    [Fact]
    public void The_generator_loads_without_Workspaces() =>
        Assert.DoesNotContain(References(CompilerExtensions[1]), reference => reference.Name.Contains("Workspaces"));

    private List<(string Name, Version Version)> References(string file)
    {
        using var image = new PEReader(new MemoryStream(Read(package.File, file)));
        MetadataReader reader = image.GetMetadataReader();
        var references = new List<(string, Version)>();
        foreach (AssemblyReferenceHandle handle in reader.AssemblyReferences)
        {
            AssemblyReference reference = reader.GetAssemblyReference(handle);
            references.Add((reader.GetString(reference.Name), reference.Version));
        }

        return references;
    }

    // All but the parts of the container format.
    private static IEnumerable<string> Files(ZipArchive archive) =>
        archive.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
                && name is not "[Content_Types].xml" and not "NoiseRegGen.nuspec")
            .Order(StringComparer.Ordinal);

    private static byte[] Read(string package, string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        using Stream entry = archive.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static bool Contains(byte[] bytes, string text) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
}
