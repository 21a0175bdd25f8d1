using System.Runtime.CompilerServices;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Generator.Tests;

/// <summary>The whole output for three representative networks, so that a change of what users read is seen as a diff.</summary>
public class SnapshotTests
{
    [Fact]
    public void Two_hidden_layers_in_single_precision() => Verify("""
        using NoiseRegGen;

        namespace Samples;

        [Mlp(8, 64, 64, 1, Hidden = Activation.Tanh)]
        public sealed partial class Friction;
        """);

    [Fact]
    public void Mixed_activations_in_double_precision_inside_a_generic_type() => Verify("""
        using NoiseRegGen;

        namespace Samples.Nested;

        public partial class Outer<T>
            where T : struct
        {
            [Mlp(6, 5, 11, 4, 2, Precision = Precision.Double, Activations = [Activation.Silu, Activation.Relu, Activation.Gelu, Activation.Softplus])]
            internal sealed partial class Mixed;
        }
        """);

    [Fact]
    public void A_linear_model_in_the_global_namespace() => Verify("""
        [NoiseRegGen.Mlp(3, 1)]
        public partial class Linear;
        """);

    private static void Verify(string source, [CallerMemberName] string test = "")
    {
        GeneratorRun run = GeneratorRun.Of(source);
        Assert.NotEmpty(run.Files);
        CompileCheck.AssertClean(run);
        Snapshot.Committed.Verify(run.Files, nameof(SnapshotTests), test);
    }
}
