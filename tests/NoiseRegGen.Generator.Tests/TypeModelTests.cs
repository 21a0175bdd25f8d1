using System.Linq;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Generator.Tests;

/// <summary>Where the user's class stands, and how its files are named.</summary>
public class TypeModelTests
{
    [Theory]
    [InlineData("[Mlp(1, 1)] partial class N;", "", "N")]
    [InlineData("namespace Samples; [Mlp(1, 1)] partial class N;", "Samples", "Samples.N")]
    [InlineData("namespace A.B { namespace C { [Mlp(1, 1)] partial class N; } }", "A.B.C", "A.B.C.N")]
    [InlineData("namespace @class.@yield; [Mlp(1, 1)] partial class N;", "@class.@yield", "class.yield.N")]
    public void The_namespace_is_written_as_in_source(string source, string space, string prefix)
    {
        TypeModel type = Parse(source);
        Assert.Equal((space, "N", prefix), (type.Namespace, type.Name, type.HintPrefix));
    }

    [Theory]
    [InlineData("partial class Outer<T> where T : struct { * }", "partial class Outer<T>", "Outer`1.N")]
    [InlineData("static partial class Outer { * }", "partial class Outer", "Outer.N")]
    [InlineData("readonly partial struct Box<@in> { * }", "partial struct Box<@in>", "Box`1.N")]
    [InlineData("ref partial struct View { * }", "partial struct View", "View.N")]
    [InlineData("sealed partial record R(int X) { * }", "partial record R", "R.N")]
    [InlineData("partial record struct P { * }", "partial record struct P", "P.N")]
    [InlineData("partial interface I<TKey, TValue> { * }", "partial interface I<TKey, TValue>", "I`2.N")]
    public void An_outer_type_is_opened_by_its_kind_and_its_type_parameters(string source, string header, string prefix)
    {
        TypeModel type = Parse(source.Replace("*", "[Mlp(1, 1)] partial class N;"));
        Assert.Equal([header], type.Containing);
        Assert.Equal(prefix, type.HintPrefix);
    }

    [Fact]
    public void Outer_types_are_listed_from_the_outside()
    {
        TypeModel type = Parse("namespace S; partial class A<T> { partial struct B { partial interface C<U> { [Mlp(1, 1)] partial class @event; } } }");
        Assert.Equal(["partial class A<T>", "partial struct B", "partial interface C<U>"], type.Containing);
        Assert.Equal("@event", type.Name);
        Assert.Equal("S.A`1.B.C`1.event", type.HintPrefix);
    }

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    [InlineData("private")]
    [InlineData("protected")]
    [InlineData("protected internal")]
    [InlineData("private protected")]
    public void The_accessibility_is_the_declared_one(string accessibility) =>
        Assert.Equal(accessibility, Parse($"public partial class Outer {{ [Mlp(1, 1)] {accessibility} partial class N; }}").Accessibility);

    [Fact]
    public void Names_that_differ_in_case_only_get_different_hint_names_whatever_their_order()
    {
        string[] classes = ["Friction", "friction", "FRICTION", "Other"];
        string[] expected = ["FRICTION", "Friction-2", "Other", "friction-3"];
        foreach (string[] order in new[] { classes, [.. classes.Reverse()] })
        {
            string source = "using NoiseRegGen; namespace S;" + string.Concat(order.Select(static name => $"[Mlp(1, 1)] partial class {name};"));
            Assert.Equal(
                expected.Select(static name => $"S.{name}"),
                GeneratorRun.Of(source).Models.Select(static model => model.Type.HintPrefix).Order(System.StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Nested_and_generic_namesakes_get_different_hint_names()
    {
        const string Source = """
            using NoiseRegGen;
            partial class A { [Mlp(1, 1)] partial class N; }
            partial class A<T> { [Mlp(1, 1)] partial class N; }
            partial class A<T, U> { [Mlp(1, 1)] partial class N; }
            namespace B { [Mlp(1, 1)] partial class N; }
            [Mlp(1, 1)] partial class N;
            """;
        Assert.Equal(
            ["A.N", "A`1.N", "A`2.N", "B.N", "N"],
            GeneratorRun.Of(Source).Models.Select(static model => model.Type.HintPrefix));
    }

    private static TypeModel Parse(string source) => GeneratorRun.Of("using NoiseRegGen; " + source).Models.Single().Type;
}
