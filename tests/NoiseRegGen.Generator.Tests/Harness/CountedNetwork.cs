using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>
/// The code that is emitted for a network, with a counter put into every multiply-add, compiled and run. So a figure that the generator states can be held
/// against what the code really does.
/// </summary>
internal sealed partial class CountedNetwork
{
    // Two panels at 512 bits: whole ones at any width, and more examples than any path for few of them takes.
    private const int Batch = 512;

    private const string Counter = """
        using System.Collections.Generic;
        using System.Numerics;
        using System.Runtime.CompilerServices;

        public static class Counter
        {
            public static Dictionary<string, long> Flops { get; } = new();

            public static Vector<float> FusedMultiplyAdd(Vector<float> a, Vector<float> b, Vector<float> c, [CallerMemberName] string kernel = "")
            {
                Add(kernel, 2 * Vector<float>.Count);
                return Vector.FusedMultiplyAdd(a, b, c);
            }

            public static Vector<double> FusedMultiplyAdd(Vector<double> a, Vector<double> b, Vector<double> c, [CallerMemberName] string kernel = "")
            {
                Add(kernel, 2 * Vector<double>.Count);
                return Vector.FusedMultiplyAdd(a, b, c);
            }

            public static void StoreProduct(Vector<float> product, ref float to, [CallerMemberName] string kernel = "")
            {
                Add(kernel, Vector<float>.Count);
                Vector.StoreUnsafe(product, ref to);
            }

            public static void StoreProduct(Vector<double> product, ref double to, [CallerMemberName] string kernel = "")
            {
                Add(kernel, Vector<double>.Count);
                Vector.StoreUnsafe(product, ref to);
            }

            private static void Add(string kernel, int flops) => Flops[kernel] = Flops.GetValueOrDefault(kernel) + flops;
        }

        public static class Calls
        {
            private static readonly N s_network = new(seed: 1);
            private static readonly N.Workspace s_workspace = new();
            private static readonly Real[] s_x = new Real[BATCH * N.InputSize], s_y = new Real[BATCH * N.OutputSize], s_gradient = new Real[N.ParameterCount];

            public static long WorkspaceBytes => (long)s_workspace.Length * sizeof(Real);

            public static void Forward() => s_network.Forward(s_x, s_y, s_workspace);

            public static void Gradient() => s_network.Gradient(s_x, s_y, s_gradient, s_workspace);

            public static void PenalizedGradient() => s_network.PenalizedGradient(s_x, s_y, s_gradient, 0.01, s_workspace);

            public static void NoisyGradient() =>
                s_network.NoisyGradient(s_x, s_y, s_gradient, new NoiseRegGen.WeightNoise { Eta = 0.01, Seed = 1, Step = 0 }, s_workspace);

            public static void SquaredGradientNorms() => s_network.SquaredGradientNorms(s_x, new Real[BATCH], s_workspace);

            public static void Laplacians() => s_network.Laplacians(s_x, new Real[s_y.Length]PROBE, s_workspace);

            public static void ExpandNoise() => s_network.ExpandNoise(s_x, s_yPROBE, s_workspace);

            public static void CorrectedGradient() => s_network.CorrectedGradient(s_x, s_y, s_gradient, 0.01PROBE, s_workspace);
        }
        """;

    private readonly Type _calls;
    private readonly Dictionary<string, long> _flops;

    public CountedNetwork(string arguments)
    {
        GeneratorRun run = GeneratorRun.Of($"using NoiseRegGen; [Mlp({arguments})] public sealed partial class N;");
        Remarks = run.Files.Single(static file => file.HintName == "N.Mlp.g.cs").SourceText.ToString();
        string calls = Counter
            .Replace("Real", arguments.Contains("Double", StringComparison.Ordinal) ? "double" : "float")
            .Replace("BATCH", $"{Batch}")
            .Replace("PROBE", Remarks.Contains("   T by one probe", StringComparison.Ordinal) ? ", new NoiseRegGen.RandomProbe { Seed = 1, Step = 0 }" : "");
        CSharpCompilation counted = run.Project.Compilation
            .AddSyntaxTrees(run.Files.Select(static file => CSharpSyntaxTree.ParseText(Count(file.SourceText.ToString()), path: file.HintName)))
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(calls))
            .WithOptions(run.Project.Compilation.Options.WithOptimizationLevel(OptimizationLevel.Release));
        using var image = new MemoryStream();
        EmitResult emitted = counted.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(static one => one.Severity == DiagnosticSeverity.Error).Take(5)));
        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
        _calls = assembly.GetType("Calls")!;
        _flops = (Dictionary<string, long>)assembly.GetType("Counter")!.GetProperty("Flops")!.GetValue(null)!;
    }

    /// <summary>The emitted file that begins with the remarks.</summary>
    public string Remarks { get; }

    /// <summary>The memory of a workspace, in this process.</summary>
    public long WorkspaceBytes => (long)_calls.GetProperty("WorkspaceBytes")!.GetValue(null)!;

    /// <summary>Flops per example of one operation, in kernels that work on whole matrices of weights or on a row or a column of one.</summary>
    public double FlopsOf(string operation)
    {
        _flops.Clear();
        _calls.GetMethod(operation)!.Invoke(null, null);
        return _flops.Where(static kernel => OfWeights().IsMatch(kernel.Key)).Sum(static kernel => kernel.Value) / (double)Batch;
    }

    /// <summary>The figure that the remarks state.</summary>
    public long Stated(string operation) => long.Parse(
        Regex.Match(Remarks, $@"^/// {operation}[\w, ]*? +(?<flops>[\d,]+)", RegexOptions.Multiline).Groups["flops"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static string Count(string source) => source
        .Replace("Simd.FusedMultiplyAdd(", "global::Counter.FusedMultiplyAdd(")
        .Replace("Simd.StoreUnsafe(weight * ", "global::Counter.StoreProduct(weight * ");

    [GeneratedRegex(@"\d+x\d+(To\d+)?$|^(OuterRow|OuterColumn|AddInnerProducts?|ColumnDot|AddRowTimesMatrix)$")]
    private static partial Regex OfWeights();
}
