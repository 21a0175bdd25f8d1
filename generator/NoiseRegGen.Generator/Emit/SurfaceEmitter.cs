using System.Linq;
using NoiseRegGen.Generator.Emit.Kernels;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes what the user's class shows: documentation, constants, constructors, parameter views, workspace.</summary>
internal static class SurfaceEmitter
{
    internal static GeneratedFile Write(EmitContext context)
    {
        string real = context.Real;
        return SourceFile.Write(
            context,
            "Mlp",
            "Constants, parameters and workspace. The passes are in the files beside this one.",
            ClassDocumentation(context),
            $" : global::NoiseRegGen.IMlp<{context.Model.Type.Name}, {real}>",
            writer =>
            {
                WriteConstants(writer, context);
                writer.Line();
                WriteConstructors(writer, context);
                writer.Line();
                WriteViews(writer, context);
                writer.Line();
                WriteFactories(writer, context);
                writer.Line();
                WriteWorkspace(writer, context);
                writer.Line();
                LayoutEmitter.Write(writer, context);
            });
    }

    private static string ClassDocumentation(EmitContext context)
    {
        var writer = new SourceWriter();
        writer.Line("/// <summary>");
        writer.Line($"/// A multilayer perceptron with {Count(context.Inputs, "input")}, {Count(context.Outputs, "output")} and {Count(context.Plan.ParameterCount, "parameter")} in {(context.Real == "float" ? "single" : "double")} precision,");
        string origin = context.Model.File is { } file ? $"a file, <c>{Escape(file)}</c>," : "an attribute";
        writer.Line($"/// written by NoiseRegGen from {origin} that amounts to <c>{Escape(context.Model.AttributeText)}</c>.");
        writer.Line("/// </summary>");
        writer.Line("/// <remarks>");
        writer.Line("/// <para>z_l = W_l h_{l-1} + b_l, h_l = sigma_l(z_l), h_0 = x, yhat = h_L:</para>");
        writer.Line("/// <code>");
        writer.Line("/// layer  W_l            h_l = sigma_l(z_l)                parameters");
        foreach (LayerModel layer in context.Upward)
        {
            LayerParameters parameters = context.Plan.Parameters[layer.Index - 1];
            string shape = $"{layer.Outputs} x {layer.Inputs}";
            writer.Line($"/// {layer.Index,-6} {shape,-14} {Escape($"{layer.Activation}: {ActivationKernels.Formula(layer.Activation)}"),-33} W{layer.Index} [{parameters.Weights}..{parameters.Biases - 1}], b{layer.Index} [{parameters.Biases}..{parameters.End - 1}]");
        }

        writer.Line("/// </code>");
        writer.Line("/// <para>The parameters are one flat vector: W1 (out x in, row-major), b1, W2, b2, ... External data are row-major, batch x features.</para>");
        CostEmitter.Write(writer, context);
        writer.Line("/// </remarks>");
        return writer.ToString().TrimEnd('\n');
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private static void WriteConstants(SourceWriter writer, EmitContext context)
    {
        foreach ((string name, int value, string summary) in new[]
        {
            ("InputSize", context.Inputs, "The number of inputs of one example."),
            ("OutputSize", context.Outputs, "The number of outputs of one example."),
            ("LayerCount", context.Layers.Count, "The number of layers, the output layer included."),
            ("ParameterCount", context.Plan.ParameterCount, "The number of weights and biases."),
        })
        {
            Documentation.Summary(writer, summary);
            writer.Line($"public const int {name} = {value};");
            writer.Line();
        }

        if (context.Model.ParametersSha256 is { } digest)
            WriteDigest(writer, context, digest);
        writer.Line($"private readonly global::NoiseRegGen.Infrastructure.ParameterMemory<{context.Real}> _parameters = new(ParameterCount);");
    }

    private static void WriteDigest(SourceWriter writer, EmitContext context, string digest)
    {
        Documentation.Summary(writer, $"The SHA-256 of the parameters that <c>{Escape(context.Model.File!)}</c> was saved with: of their little-endian bytes in the order of <see cref=\"Parameters\"/>.");
        writer.Line($"public const string ParametersSha256 = \"{digest}\";");
        writer.Line();
        writer.Line($"static string global::NoiseRegGen.IMlp<{context.Model.Type.Name}, {context.Real}>.ParametersSha256 => ParametersSha256;");
        writer.Line();
    }

    private static void WriteConstructors(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        string name = context.Model.Type.Name;
        Documentation.Summary(writer, "Initialises the weights at random, N(0, v): v = 2 / (inputs + outputs) (Glorot) or, for ReLU and its kin, 2 / inputs (He); biases zero.");
        Documentation.Parameter(writer, "seed", "The same seed gives the same parameters.");
        using (writer.Block($"public {name}(ulong seed)"))
        {
            foreach (LayerModel layer in context.Upward)
                writer.Line($"global::NoiseRegGen.Numerics.ParameterInitializer.Fill(Weights({layer.Index - 1}), {layer.Inputs}, {layer.Outputs}, global::NoiseRegGen.Activation.{layer.Activation}, seed, {layer.Index});");
        }

        writer.Line();
        Documentation.Summary(writer, "Takes a copy of the given parameters.");
        Documentation.Parameter(writer, "parameters", $"{context.Plan.ParameterCount} numbers: W1 (out x in, row-major), b1, W2, b2, ...");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">Their number is not <see cref=\"ParameterCount\"/>.</exception>");
        using (writer.Block($"public {name}(global::System.ReadOnlySpan<{real}> parameters)"))
        {
            writer.Line("MlpArguments.Parameters(parameters, ParameterCount, nameof(parameters));");
            writer.Line("parameters.CopyTo(Parameters);");
        }
    }

    private static void WriteViews(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        Documentation.Summary(writer, "A live view of the flat parameter vector.");
        writer.Line($"public global::System.Span<{real}> Parameters => _parameters.Span;");
        writer.Line();
        WriteView(writer, context, "Weights", "weights, out x in, row-major", parameters => $"{parameters.Weights}..{parameters.Biases}");
        writer.Line();
        WriteView(writer, context, "Biases", "biases", parameters => $"{parameters.Biases}..{parameters.End}");
        writer.Line();
        writer.Line($"private static ref {real} Start(in global::NoiseRegGen.Infrastructure.ParameterMemory<{real}> parameters) => ref parameters.Start;");
    }

    private static void WriteView(SourceWriter writer, EmitContext context, string name, string noun, System.Func<LayerParameters, string> range)
    {
        Documentation.Summary(writer, $"A live view of one layer's {noun}.");
        Documentation.Parameter(writer, "layer", $"The layer, counted from 0: layer 0 holds {name[0]}1 of the formulas.".Replace("B1", "b1"));
        Documentation.Returns(writer, "The numbers themselves: what is written to them is the network's from then on.");
        writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">There is no such layer.</exception>");
        using (writer.Block($"public global::System.Span<{context.Real}> {name}(int layer)"))
        {
            writer.Line("MlpArguments.Layer(layer, LayerCount);");
            using (writer.Block("switch (layer)"))
            {
                for (int l = 0; l < context.Layers.Count; l++)
                {
                    writer.Line(l == context.Layers.Count - 1 ? "default:" : $"case {l}:");
                    writer.Line($"    return Parameters[{range(context.Plan.Parameters[l])}];");
                }
            }
        }
    }

    private static void WriteFactories(SourceWriter writer, EmitContext context)
    {
        string real = context.Real;
        string name = context.Model.Type.Name;
        Documentation.Summary(writer, "The number of inputs, then the number of units of each layer.");
        writer.Line($"public static global::System.ReadOnlySpan<int> LayerSizes => new int[] {{ {context.Inputs}, {string.Join(", ", context.Upward.Select(layer => $"{layer.Outputs}"))} }};");
        writer.Line();
        Documentation.Summary(writer, "The activation of each layer.");
        writer.Line($"public static global::System.ReadOnlySpan<global::NoiseRegGen.Activation> LayerActivations => new global::NoiseRegGen.Activation[] {{ {string.Join(", ", context.Upward.Select(layer => $"global::NoiseRegGen.Activation.{layer.Activation}"))} }};");
        writer.Line();
        Documentation.Summary(writer, "How the Laplacians are found.");
        Documentation.Remarks(writer, LaplacianSweepEmitter.Describe(context));
        writer.Line($"public static global::NoiseRegGen.LaplacianMethod LaplacianMethod => global::NoiseRegGen.LaplacianMethod.{(context.Plan.Laplacian.IsProbed ? "Probe" : "Exact")};");
        writer.Line();
        Documentation.Summary(writer, "A network with parameters initialised at random.");
        Documentation.Parameter(writer, "seed", "The same seed gives the same parameters.");
        Documentation.Returns(writer, "A new network.");
        writer.Line($"public static {name} Create(ulong seed) => new(seed);");
        writer.Line();
        Documentation.Summary(writer, "A network with a copy of the given parameters.");
        Documentation.Parameter(writer, "parameters", $"{context.Plan.ParameterCount} numbers: W1 (out x in, row-major), b1, W2, b2, ...");
        Documentation.Returns(writer, "A new network.");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">Their number is not <see cref=\"ParameterCount\"/>.</exception>");
        writer.Line($"public static {name} Create(global::System.ReadOnlySpan<{real}> parameters) => new(parameters);");
        writer.Line();
        Documentation.Summary(writer, "A new workspace for one thread.");
        Documentation.Returns(writer, "A <see cref=\"Workspace\"/>.");
        writer.Line($"public static global::NoiseRegGen.MlpWorkspace<{real}> CreateWorkspace() => new Workspace();");
    }

    private static void WriteWorkspace(SourceWriter writer, EmitContext context)
    {
        Documentation.Summary(writer, "The scratch memory of one thread, whatever the batch; rare operations add some on their first call.");
        using (writer.Block($"public sealed class Workspace : global::NoiseRegGen.MlpWorkspace<{context.Real}>"))
        {
            Documentation.Summary(writer, "Reserves the memory.");
            writer.Line("public Workspace()");
            writer.Line(context.PacksColumns
                ? "    : base(((long)Layout.Rows * Layout.PanelExamples) + Layout.ColumnsLength)"
                : "    : base((long)Layout.Rows * Layout.PanelExamples)");
            using (writer.Block())
            {
            }
        }
    }
}
