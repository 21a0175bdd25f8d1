using System.IO;
using System.Linq;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.Emit;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;

namespace NoiseRegGen.Generator.Tests;

/// <summary>A project compiled with overflow checking runs what is emitted, to the same bits: nothing relies on wrapping around.</summary>
public class CheckedArithmeticTests
{
    // Every noise, at the largest seeds and indices that are allowed, and the passes that index deepest into a workspace.
    private const string Source = """
        using System;
        using System.Linq;
        using NoiseRegGen;

        [Mlp(3, 17, 5, 2, Hidden = Activation.Silu)]
        public sealed partial class N;

        public static class Probe
        {
            public static float[] Run()
            {
                var network = new N(ulong.MaxValue);
                var workspace = new N.Workspace();
                const int Batch = 19;
                float[] x = [.. Enumerable.Range(0, Batch * N.InputSize).Select(i => MathF.Sin(i))];
                float[] target = [.. Enumerable.Range(0, Batch * N.OutputSize).Select(i => MathF.Cos(i))];
                float[] gradient = new float[N.ParameterCount];
                float[] laplacians = new float[Batch * N.OutputSize];
                float[] sum = [network.PenalizedGradient(x, target, gradient, 0.1, workspace).Total];
                foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
                {
                    var noise = new WeightNoise
                    {
                        Eta = 0.01,
                        Seed = ulong.MaxValue,
                        Step = uint.MaxValue,
                        FirstExample = uint.MaxValue - Batch + 1L,
                        Sampling = sampling,
                        Antithetic = true,
                    };
                    sum = [.. sum, .. gradient, network.NoisyGradient(x, target, gradient, noise, workspace)];
                }

                network.Laplacians(x, laplacians, workspace);
                return [.. sum, .. gradient, .. laplacians, network.ExpandNoise(x, target, workspace).ResidualLaplacian];
            }
        }
        """;

    [Fact]
    public void Checked_and_unchecked_projects_compute_the_same()
    {
        float[] expected = Run(checkOverflow: false);
        Assert.All(expected, static value => Assert.True(float.IsFinite(value)));
        Assert.Contains(expected, static value => value != 0);
        Assert.Equal(expected, Run(checkOverflow: true));
    }

    private static float[] Run(bool checkOverflow)
    {
        GeneratorRun run = GeneratorRun.Of(TestProject.Of(Source, checkOverflow));
        using var image = new MemoryStream();
        EmitResult emitted = run.CompilationAfter.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Take(5)));
        image.Position = 0;
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        try
        {
            return (float[])context.LoadFromStream(image).GetType("Probe")!.GetMethod("Run")!.Invoke(null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }
}
