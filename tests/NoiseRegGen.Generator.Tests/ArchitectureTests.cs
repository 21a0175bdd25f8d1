using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Generator.Tests;

/// <summary>Which part of the generator may know which: <c>Emit -> Planning -> Model</c>, and Roslyn's symbols stay at the front.</summary>
public partial class ArchitectureTests
{
    // Each folder, and what its files may name of the others. Infrastructure is below all of them.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Infrastructure"] = [],
        ["Model"] = ["Infrastructure"],
        ["Planning"] = ["Infrastructure", "Model"],
        ["Emit"] = ["Infrastructure", "Model", "Planning"],
        ["Diagnostics"] = ["Infrastructure", "Model", "Parsing"],
        ["Parsing"] = ["Infrastructure", "Model", "Diagnostics"],
        [""] = ["Infrastructure", "Model", "Parsing", "Diagnostics", "Emit"],
    };

    private static readonly string[] FoldersWithoutRoslyn = ["Infrastructure", "Model", "Planning", "Emit"];

    public static TheoryData<string> SourceFiles =>
    [
        .. Directory.EnumerateFiles(Repository.GeneratorProject, "*.cs", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Repository.GeneratorProject, path).Replace('\\', '/'))
            .Where(static path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_file_names_only_parts_below_its_own(string path)
    {
        string folder = FolderOf(path);
        Assert.True(Allowed.TryGetValue(folder, out string[]? allowed), $"the folder '{folder}' has no place in the dependency rule");
        IEnumerable<string> named = NamedPart().Matches(TextOf(path)).Select(static match => match.Groups["part"].Value);
        Assert.Empty(named.Where(Allowed.ContainsKey).Where(part => part != folder).Except(allowed));
    }

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void Only_the_front_names_Roslyn(string path)
    {
        if (FoldersWithoutRoslyn.Contains(FolderOf(path)))
            Assert.DoesNotContain("Microsoft.CodeAnalysis", TextOf(path));
    }

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_file_declares_the_type_that_it_is_named_after(string path) =>
        Assert.Matches($@"\b(class|struct|record|interface|enum) {Path.GetFileName(path).Split('.')[0]}\b", TextOf(path));

    [Fact]
    public void The_built_generator_refers_to_no_newer_compiler_than_the_oldest_that_may_run_it()
    {
        // An assembly that refers to a newer compiler than the running one is refused (CS9057); 4.14 is the floor (Directory.Packages.props).
        AssemblyName[] references = typeof(MlpGenerator).Assembly.GetReferencedAssemblies();
        Assert.All(
            references.Where(static name => name.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            static name => Assert.True(name.Version <= new Version(4, 14, 0, 0), $"{name}"));
        Assert.Contains(references, static name => name.Name == "Microsoft.CodeAnalysis.CSharp");
    }

    [Fact]
    public void The_built_generator_does_not_refer_to_Workspaces() => Assert.DoesNotContain(
        typeof(MlpGenerator).Assembly.GetReferencedAssemblies(), static name => name.Name!.Contains("Workspaces", StringComparison.Ordinal));

    [Fact]
    public void The_built_generator_refers_to_nothing_that_a_compiler_does_not_bring_along()
    {
        string[] brought = ["netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory"];
        Assert.Empty(typeof(MlpGenerator).Assembly.GetReferencedAssemblies().Select(static name => name.Name!).Except(brought));
    }

    private static string FolderOf(string path) => path.Contains('/') ? path[..path.IndexOf('/')] : "";

    private static string TextOf(string path) => File.ReadAllText(Path.Combine(Repository.GeneratorProject, path));

    // A part is named by its namespace in a using, in full, or relative to a namespace above (as in Diagnostics.MlpAnalyzer).
    [GeneratedRegex(@"NoiseRegGen\.Generator\.(?<part>\w+)|cref=""(?<part>\w+)\.")]
    private static partial Regex NamedPart();
}
