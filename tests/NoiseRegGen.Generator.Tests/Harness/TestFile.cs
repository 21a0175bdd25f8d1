using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>An additional file.</summary>
/// <param name="path">Where it is.</param>
/// <param name="text">Its text; null for one that cannot be read.</param>
internal sealed class TestFile(string path, string? text) : AdditionalText
{
    public override string Path => path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => text is null ? null : SourceText.From(text);
}
