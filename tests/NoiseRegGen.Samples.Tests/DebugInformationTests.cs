using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using NoiseRegGen.Samples.Tests.Experiments;
using Xunit;

namespace NoiseRegGen.Samples.Tests;

/// <summary>A debugger can step into the generated code: the symbols map it to its files and contain them.</summary>
public class DebugInformationTests
{
    // Portable PDB specification: the kind of custom debug information that holds a document's text.
    private static readonly Guid s_embeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    [Theory]
    [InlineData("Propagate", "Forward")]
    [InlineData("Backpropagate", "Backward")]
    [InlineData("PenaltyMerge", "GradientPenalty")]
    public void The_symbols_lead_from_a_pass_to_the_text_of_its_file(string pass, string aspect)
    {
        using FileStream file = File.OpenRead(Path.ChangeExtension(typeof(LinearNetwork).Assembly.Location, ".pdb"));
        using var provider = MetadataReaderProvider.FromPortablePdbStream(file);
        MetadataReader symbols = provider.GetMetadataReader();
        MethodInfo method = typeof(LinearNetwork).GetMethod(pass, BindingFlags.Static | BindingFlags.NonPublic)!;
        var handle = (MethodDefinitionHandle)MetadataTokens.EntityHandle(method.MetadataToken);

        MethodDebugInformation steps = symbols.GetMethodDebugInformation(handle);
        Assert.EndsWith($"{nameof(LinearNetwork)}.{aspect}.g.cs", symbols.GetString(symbols.GetDocument(steps.Document).Name));
        Assert.True(steps.GetSequencePoints().Count(static point => !point.IsHidden) > 1);
        Assert.Contains(
            symbols.GetCustomDebugInformation(steps.Document),
            one => symbols.GetGuid(symbols.GetCustomDebugInformation(one).Kind) == s_embeddedSource);
    }
}
