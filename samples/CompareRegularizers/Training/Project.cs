using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CompareRegularizers.Networks;
using CompareRegularizers.Reporting;
using Microsoft.CodeAnalysis.CSharp;
using NoiseRegGen;
using NoiseRegGen.Files;
using NoiseRegGen.Generator;

namespace CompareRegularizers.Training;

/// <summary>
/// Writes a trained network out as a C# project that is the user's: the class, a program that predicts with it, the model, and the
/// library with its generator. It needs the .NET SDK and nothing else.
/// </summary>
internal sealed class Project
{
    private readonly string _path;

    private Project(string path, string name) => (_path, Name) = (path, name);

    /// <summary>The name of the project and of the network's class.</summary>
    internal string Name { get; }

    /// <summary>Checks a folder's name before the work begins.</summary>
    /// <exception cref="UserErrorException">The folder is not empty, or its name is no name for a class.</exception>
    internal static Project Plan(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        string name = Path.GetFileName(full);
        if (!SyntaxFacts.IsValidIdentifier(name) || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || !char.IsUpper(name[0]))
        {
            throw new UserErrorException(
                "--project expects a folder whose name can be that of a class, such as Houses: letters, digits and _, a capital first; "
                + $"got '{name}'.");
        }

        if (File.Exists(full) || (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any()))
            throw new UserErrorException($"'{path}' is there already; --project expects a new or an empty folder.");
        return new Project(full, name);
    }

    /// <summary>Writes the project.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="model">The file of the trained model; the description beside it comes along.</param>
    internal void Write(NetworkShape shape, string model)
    {
        using OutputFolder folder = OutputFolder.Open(_path);
        Directory.CreateDirectory(Path.Combine(_path, "lib"));
        foreach ((string name, string text) in Texts(shape))
            folder.Write(name, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        foreach ((string name, string source) in Copies(model))
        {
            folder.Write(name, stream =>
            {
                using FileStream file = File.OpenRead(source);
                file.CopyTo(stream);
            });
        }
    }

    private static IEnumerable<(string Name, string Source)> Copies(string model)
    {
        yield return (TrainedModel.FileName, model);
        yield return (ModelFile.DescriptionPath(TrainedModel.FileName), ModelFile.DescriptionPath(model));
        string library = typeof(MlpAttribute).Assembly.Location, generator = typeof(MlpGenerator).Assembly.Location;
        yield return ("lib/NoiseRegGen.dll", library);
        yield return ("lib/NoiseRegGen.Generator.dll", generator);
        string documentation = Path.ChangeExtension(library, ".xml");
        if (File.Exists(documentation))
            yield return ("lib/NoiseRegGen.xml", documentation);
    }

    private IEnumerable<(string Name, string Text)> Texts(NetworkShape shape)
    {
        string number = shape.Precision == Precision.Double ? "double" : "float";
        yield return ($"{Name}.csproj", ProjectTemplates.ProjectFile);
        yield return ($"{Name}.cs", ProjectTemplates.Network.Replace("{Name}", Name, StringComparison.Ordinal)
            .Replace("{Attribute}", shape.Attribute(shape.Precision), StringComparison.Ordinal));
        yield return ("Program.cs", ProjectTemplates.Program.Replace("{Name}", Name, StringComparison.Ordinal)
            .Replace("{Number}", number, StringComparison.Ordinal));
        yield return ("README.md", ProjectTemplates.Readme.Replace("{Name}", Name, StringComparison.Ordinal)
            .Replace("{Shape}", shape.ToString(), StringComparison.Ordinal));
    }
}
