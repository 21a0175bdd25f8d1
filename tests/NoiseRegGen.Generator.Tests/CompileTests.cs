using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NoiseRegGen.Generator.Parsing;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Generator.Tests;

/// <summary>What is emitted compiles without an error or a warning, wherever the class stands.</summary>
public class CompileTests
{
    public static TheoryData<string> Places =>
    [
        "using NoiseRegGen; * public sealed partial class N;",
        "using NoiseRegGen; namespace Samples; * public sealed partial class N;",
        "namespace A.B { using NoiseRegGen; * internal partial class N; }",
        "using NoiseRegGen; namespace @class; * partial class @event;",
        "using NoiseRegGen; public partial class Outer { * public partial class N; * private partial class M; }",
        "using NoiseRegGen; public partial class Outer<T> where T : struct { public partial record R<T2>(T2 X) { * protected internal partial class N; } }",
        "using NoiseRegGen; public partial interface I<T> { * public partial class N; }",
        "using NoiseRegGen; public ref partial struct S { public readonly partial record struct P { * internal partial class N; } }",
        "using NoiseRegGen; * public partial class Friction; * public partial class FRICTION;",
        "using NoiseRegGen; namespace K; public class Simd<T>; public class Refs<T>; * public partial class N;",
        // The sign that keeps the compiler from warning of a name in small letters must be in every part.
        "using NoiseRegGen; public partial class @outer<@t> { * public partial class @net; }",
        "using NoiseRegGen; public class Base { protected int Uses; } * public partial class N : Base { public N() : this(1UL) => Uses = 1; public void Forward() { } }",
    ];

    public static TheoryData<string> Networks =>
    [
        "3, 1",
        "8, 64, 64, 1",
        "1, 1, 1, 1, 1, 1, 1, 1, 1",
        "6, 5, 11, 4, 2, Precision = Precision.Double, Activations = [Activation.Silu, Activation.Relu, Activation.Gelu, Activation.Softplus]",
        "2, 3, 4, 5, 6, Activations = [Activation.Identity, Activation.LeakyRelu, Activation.Elu, Activation.Sigmoid]",
        "7, 33, 10, 3, Activations = [Activation.Softsign, Activation.Sin, Activation.Tanh]",
        "65536, 2, 65536",
        // Curved above a layer whose Gram matrix fits no array: the Laplacian is refused, all else is there.
        "4, 8, 50000, 8, 1",
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public void In_any_place(string source) => Check(source.Replace("*", "[Mlp(3, 4, 2)]"));

    [Theory]
    [MemberData(nameof(Networks))]
    public void Of_any_shape(string arguments) => Check($"using NoiseRegGen; [Mlp({arguments})] public sealed partial class N;");

    [Theory]
    [MemberData(nameof(Networks))]
    public void Of_any_shape_with_overflow_checking(string arguments) =>
        Check($"using NoiseRegGen; [Mlp({arguments})] public sealed partial class N;", checkOverflow: true);

    // Only a type named as one of the aliases at the head of the emitted files (Refs, Simd, LaneVector, ...) would hide that alias.
    [Fact]
    public void Among_types_of_the_user_s_with_the_framework_s_names() => Check("""
        using NoiseRegGen;

        namespace Samples
        {
            [Mlp(3, 4, 2)]
            public sealed partial class N;

            internal class Vector;
            internal class Unsafe;
            internal class MemoryMarshal;
            internal class Span;
            internal class Math;
            internal class MathF;
            internal class Activation;
            internal class WeightNoise;
            internal class IMlp;
            internal class T;
        }

        namespace Samples.System
        {
            internal class Int32;
        }

        namespace Samples.NoiseRegGen
        {
            internal class MlpWorkspace;
        }
        """.Replace("[Mlp", "[global::NoiseRegGen.Mlp").Replace("using NoiseRegGen;\n", ""));

    /// <summary>
    /// Two ways round: a member that the check does not know would fail in the emitted file; one that is no more is forbidden for nothing.
    /// </summary>
    [Fact]
    public void The_check_for_conflicts_knows_just_the_emitted_members()
    {
        var emitted = new HashSet<string>();
        foreach (string arguments in Networks.Select(static row => row.Data).Append($"\"{NetworkFileText.Name}\""))
        {
            GeneratorRun run = GeneratorRun.Of(NetworkFileText.ProjectOf($"using NoiseRegGen; [Mlp({arguments})] public sealed partial class N;"));
            INamedTypeSymbol type = run.CompilationAfter.GetTypeByMetadataName("N")!;
            emitted.UnionWith(type.GetMembers()
                .Where(static member => !member.IsImplicitlyDeclared && member.CanBeReferencedByName)
                .Where(static member => member is not IMethodSymbol { AssociatedSymbol: not null })
                .Select(static member => member.Name));
        }

        string[] unknown = [.. emitted.Except(GeneratedMembers.ByName.Keys)];
        string[] gone = [.. GeneratedMembers.ByName.Keys.Except(emitted)];
        Assert.True(
            unknown.Length + gone.Length == 0,
            $"Parsing/GeneratedMembers.cs: add {string.Join(", ", unknown)}; remove {string.Join(", ", gone)}");
    }

    private static void Check(string source, bool checkOverflow = false) =>
        CompileCheck.AssertClean(GeneratorRun.Of(TestProject.Of(source, checkOverflow)));
}
