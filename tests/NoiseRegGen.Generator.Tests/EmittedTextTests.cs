using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Generator.Tests;

/// <summary>What is true of every emitted file, so that it can be read: short lines, no alias without use, no factor of 1.</summary>
public partial class EmittedTextTests
{
    [Theory]
    [MemberData(nameof(CompileTests.Networks), MemberType = typeof(CompileTests))]
    public void Every_emitted_file_can_be_read_without_scrolling_sideways(string arguments) => Assert.All(
        GeneratorRun.Of($"using NoiseRegGen; namespace Samples.Measured; [Mlp({arguments})] public sealed partial class Friction;").Files,
        static file =>
        {
            string[] lines = file.SourceText.ToString().Split('\n');

            // A text in quotes is not broken.
            Assert.DoesNotContain(lines, static line => line.Length > LineBreaker.Limit && !line.Contains('"'));
            Assert.DoesNotContain(lines, static line => line.EndsWith(' '));
            Assert.DoesNotContain(lines, static line => !line.TrimStart().StartsWith("//") && FactorOfOne().IsMatch(line));
            Assert.DoesNotContain(lines.Zip(lines.Skip(1)), static pair => pair is { First: "", Second: "" });
        });

    [Theory]
    [MemberData(nameof(CompileTests.Networks), MemberType = typeof(CompileTests))]
    public void Every_alias_of_an_emitted_file_is_used_in_it(string arguments) => Assert.All(
        GeneratorRun.Of($"using NoiseRegGen; [Mlp({arguments})] public sealed partial class N;").Files,
        static file =>
        {
            string text = file.SourceText.ToString();
            Assert.All(Alias().Matches(text), alias => Assert.True(Regex.Count(text, $@"\b{alias.Groups["name"]}\b") > 1, $"{file.HintName}: {alias}"));
        });

    [Fact]
    public void A_long_call_is_broken_at_its_own_commas_and_not_in_a_text()
    {
        var writer = new SourceWriter();
        using (writer.Block("class C"))
        {
            writer.Line($"Outer(Inner({Long('a', 50)}, {Long('b', 50)}), \"a, b (c\", {Long('c', 70)});");
            writer.Line($"private static void Method(int {Long('a', 55)}, int {Long('b', 50)}, int {Long('c', 50)})");
            writer.Line($"int[] All => new int[] {{ {Long('a', 60)}, {Long('b', 60)}, {Long('c', 60)} }};");
            writer.Line($"const int {Long('a', 70)} = 1, {Long('b', 70)} = 2;");
            writer.Line($"Store(Load({Long('a', 60)}) * Load({Long('b', 60)}) * scaled, ref x);");
            writer.Line($"ref float {Long('a', 100)} = ref x; // {Long('b', 30)} x examples");
        }

        Assert.Equal(
            $$"""
            class C
            {
                Outer(
                    Inner({{Long('a', 50)}}, {{Long('b', 50)}}),
                    "a, b (c",
                    {{Long('c', 70)}});
                private static void Method(
                    int {{Long('a', 55)}}, int {{Long('b', 50)}},
                    int {{Long('c', 50)}})
                int[] All => new int[]
                {
                    {{Long('a', 60)}}, {{Long('b', 60)}},
                    {{Long('c', 60)}}
                };
                const int {{Long('a', 70)}} = 1,
                    {{Long('b', 70)}} = 2;
                Store(
                    Load({{Long('a', 60)}})
                        * Load({{Long('b', 60)}}) * scaled,
                    ref x);
                // {{Long('b', 30)}} x examples
                ref float {{Long('a', 100)}} = ref x;
            }

            """,
            writer.ToString());
    }

    [Fact]
    public void A_long_comment_is_broken_at_spaces_outside_of_tags()
    {
        var writer = new SourceWriter();
        writer.Line($"/// <param name=\"x\">{Long('a', 100)} <see cref=\"{Long('b', 30)}\"/>.</param>");
        writer.Line($"// {Long('a', 100)} < {Long('b', 60)}");
        writer.Line($"// {Long('a', 80)} c; {Long('b', 60)} d");
        Assert.Equal(
            $"""
            /// <param name="x">
            /// {Long('a', 100)}
            /// <see cref="{Long('b', 30)}"/>.
            /// </param>
            // {Long('a', 100)} <
            // {Long('b', 60)}
            // {Long('a', 80)} c;
            // {Long('b', 60)} d

            """,
            writer.ToString());
    }

    [Fact]
    public void What_does_not_fit_into_a_line_of_documentation_begins_the_next()
    {
        var writer = new SourceWriter();
        writer.Line("/// <summary>");
        writer.Line($"/// {Long('a', 120)} {Long('b', 20)}");
        writer.Line("/// and so on.");
        writer.Line("/// </summary>");
        writer.Line($"/// {Long('a', 120)} {Long('b', 20)}");
        writer.Line("int x;");
        Assert.Equal(
            $"""
            /// <summary>
            /// {Long('a', 120)}
            /// {Long('b', 20)} and so on.
            /// </summary>
            /// {Long('a', 120)}
            /// {Long('b', 20)}
            int x;

            """,
            writer.ToString());
    }

    [Fact]
    public void A_tuple_before_a_long_call_stays_whole()
    {
        var writer = new SourceWriter();
        writer.Line($"(double a, double b) = Call(ref {Long('x', 60)}, (float)(eta / 2), (float)2 / batch, ref {Long('y', 60)});");
        Assert.Equal($"(double a, double b) = Call(\n    ref {Long('x', 60)}, (float)(eta / 2), (float)2 / batch,\n    ref {Long('y', 60)});\n", writer.ToString());
    }

    [Theory]
    [InlineData("f(first * 1, 1 * blocks * Lanes);", "f(first, blocks * Lanes);")]
    [InlineData("f(((block * 1) + row) * Lanes);", "f((block + row) * Lanes);")]
    [InlineData("f(block * (1 * Lanes));", "f(block * Lanes);")]
    [InlineData("return 1 * n / 2;", "return n / 2;")]
    [InlineData("x * 1.5 + 2.1 * y + z * 10 + 11 * u", "x * 1.5 + 2.1 * y + z * 10 + 11 * u")]
    [InlineData("x * (float)y * (z)(u)", "x * (float)y * (z)(u)")]
    [InlineData("// 1 * x", "// 1 * x")]
    public void A_factor_of_1_is_left_out(string written, string read)
    {
        var writer = new SourceWriter();
        writer.Line(written);
        Assert.Equal(read + "\n", writer.ToString());
    }

    [Fact]
    public void An_empty_line_follows_a_block_unless_the_block_goes_on()
    {
        var writer = new SourceWriter();
        using (writer.Block("outer"))
        {
            using (writer.Block("if (a)"))
                writer.Line("b();");
            using (writer.Block("else"))
                writer.Line("c();");
            writer.Line("d();");
        }

        Assert.Equal("outer\n{\n    if (a)\n    {\n        b();\n    }\n    else\n    {\n        c();\n    }\n\n    d();\n}\n", writer.ToString());
    }

    private static string Long(char letter, int length) => new(letter, length);

    [GeneratedRegex(@"[\w)] \* 1(?![\w.])|(?<![\w.)])1 \* ")]
    private static partial Regex FactorOfOne();

    [GeneratedRegex(@"^using (?<name>\w+) = .*;$", RegexOptions.Multiline)]
    private static partial Regex Alias();
}
