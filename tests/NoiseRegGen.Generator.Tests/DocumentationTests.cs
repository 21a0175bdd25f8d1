using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Generator.Tests;

/// <summary>What an editor shows of a generated member: each has its summary, its parameters, what it returns.</summary>
public class DocumentationTests
{
    [Theory]
    [MemberData(nameof(CompileTests.Networks), MemberType = typeof(CompileTests))]
    public void Every_generated_public_member_is_documented_in_full(string arguments)
    {
        GeneratorRun run = GeneratorRun.Of($"using NoiseRegGen; [Mlp({arguments})] public sealed partial class N;");
        INamedTypeSymbol type = run.CompilationAfter.GetTypeByMetadataName("N")!;
        ISymbol[] members = [type, .. PublicMembers(type), .. PublicMembers(type.GetTypeMembers("Workspace").Single())];
        Assert.True(members.Length > 30);
        Assert.All(members, static member => Assert.Equal(string.Empty, Missing(member)));
    }

    private static IEnumerable<ISymbol> PublicMembers(INamedTypeSymbol type) => type.GetMembers().Where(static member =>
        member is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false } and not IMethodSymbol { AssociatedSymbol: not null });

    private static string Missing(ISymbol member)
    {
        string? text = member.GetDocumentationCommentXml();
        if (string.IsNullOrEmpty(text))
            return "all";
        XElement xml = XElement.Parse(text);
        var missing = new List<string>();
        if (IsEmpty(xml.Element("summary")))
            missing.Add("summary");
        if (member is IMethodSymbol method)
        {
            missing.AddRange(method.Parameters.Select(static one => one.Name).Where(name => IsEmpty(xml.Elements("param").SingleOrDefault(one => (string?)one.Attribute("name") == name))));
            if (!method.ReturnsVoid && IsEmpty(xml.Element("returns")))
                missing.Add("returns");

            // Every operation checks its arguments.
            if (method.Parameters.Any(static one => one.Type.Name is "ReadOnlySpan" or "Span") && !xml.Elements("exception").Any())
                missing.Add("exception");
        }

        return string.Join(", ", missing);
    }

    private static bool IsEmpty(XElement? element) => element is null || element.Value.Trim().Length == 0 && !element.HasElements;
}
