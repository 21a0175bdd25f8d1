using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NoiseRegGen.Generator.Diagnostics;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Reads an attribute that names the file of its network: <c>[Mlp("friction.mlp.json")]</c>.</summary>
internal static class FileParser
{
    private static readonly string[] GivenByTheFile =
        [WellKnownNames.Hidden, WellKnownNames.Output, WellKnownNames.Activations, WellKnownNames.Precision];

    /// <summary>Whether the attribute names a file, rather than sizes.</summary>
    public static bool NamesFile(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Type.SpecialType: SpecialType.System_String }];

    /// <summary>The file, or null where an argument is wrong.</summary>
    public static FileReference? Parse(AttributeData attribute, AttributeSites sites, ParseProblems problems)
    {
        bool valid = true;
        foreach (string name in GivenByTheFile)
        {
            if (NamedArguments.Find(attribute, name) is null or { IsNull: true })
                continue;
            valid = false;
            problems.Add(Descriptors.GivenTwice, sites.Named(name), name);
        }

        var path = (string?)attribute.ConstructorArguments[0].Value;
        if (path is null || !NetworkFileReader.IsNetworkFile(path) || path.Any(char.IsControl))
        {
            problems.Add(Descriptors.NotANetworkFileName, sites.File, Shown(path));
            return null;
        }

        LaplacianChoice? laplacian = NetworkParser.ParseLaplacian(attribute, sites, problems);
        return valid && laplacian is not null ? new FileReference(path, FilePaths.FolderOf(sites.SourceFile), laplacian.Value) : null;
    }

    /// <summary>What the file that an attribute names says, or null where there is no such file or it is in error.</summary>
    public static NetworkDefinition? Find(
        FileReference reference, IReadOnlyList<NetworkFile> files, AttributeSites? sites, ParseProblems problems)
    {
        NetworkFile[] found = FilePaths.Matches(reference, files);
        Location site = sites?.File ?? Location.None;
        if (found.Length == 0)
            problems.Add(Descriptors.FileMissing, site, reference.Path);
        else if (found.Length > 1)
        {
            problems.Add(
                Descriptors.FileAmbiguous,
                site,
                reference.Path,
                FilePaths.Distinction(found[0].Path, found[1].Path),
                FilePaths.Distinction(found[1].Path, found[0].Path));
        }
        else if (found[0].Problem is { } problem)
            problems.Add(DescriptorOf(problem.Kind), site, reference.Path, problem.Text);
        return found.Length == 1 && found[0].Definition is { } definition
            ? definition with { Network = definition.Network with { Laplacian = reference.Laplacian } }
            : null;
    }

    private static DiagnosticDescriptor DescriptorOf(NetworkFileProblemKind kind) => kind switch
    {
        NetworkFileProblemKind.Format => Descriptors.FileNotOfTheFormat,
        NetworkFileProblemKind.UnknownName => Descriptors.FileNamesUnknownValue,
        _ => Descriptors.FileOutOfRange,
    };

    private static string Shown(string? path) => path is null
        ? "null"
        : $"'{new string([.. path.Select(static character => char.IsControl(character) ? '?' : character)])}'";
}
