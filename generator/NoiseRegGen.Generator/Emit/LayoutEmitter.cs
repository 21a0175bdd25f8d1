using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes the map of the parameter vector and of the workspace.</summary>
internal static class LayoutEmitter
{
    internal static void Write(SourceWriter writer, EmitContext context)
    {
        writer.Line("/// <summary>Where the parameters lie in their vector, and where a panel's rows lie in the workspace.</summary>");
        writer.Line("/// <remarks>");
        writer.Line("/// A batch is taken a panel at a time. A panel's numbers lie in lane blocks, [block][feature][lane]: each example is one lane, so");
        writer.Line("/// every quantity per example is a plain vector and any layer width works without padding. A row is one number per example.");
        writer.Line("/// </remarks>");
        using (writer.Block("private static class Layout"))
        {
            WriteParameters(writer, context);
            writer.Line();
            WriteRows(writer, context.Plan.Workspace, context);
            writer.Line();
            writer.Line("/// <summary>Lane blocks that one panel holds.</summary>");
            writer.Line($"internal const int PanelBlocks = {context.Plan.PanelBlocks};");
            writer.Line();
            writer.Line("/// <summary>Examples of one lane block: two vectors.</summary>");
            writer.Line("internal static int Lanes => 2 * LaneVector.Count;");
            writer.Line();
            writer.Line("/// <summary>Examples of one panel, and so the length of a row.</summary>");
            writer.Line("internal static int PanelExamples => PanelBlocks * Lanes;");
            writer.Line();
            writer.Line("/// <summary>Scratch of the forward pass of a single example: two vectors, padded to whole lane blocks.</summary>");
            writer.Line($"internal static int SingleLength => (WholeBlocks({context.Plan.ForwardRows.Odd}) + WholeBlocks({context.Plan.ForwardRows.Even})) * Lanes;");
            writer.Line();
            writer.Line("/// <summary>How many lane blocks a vector of this length takes.</summary>");
            writer.Line("internal static int WholeBlocks(int length) => (length + Lanes - 1) / Lanes;");
        }
    }

    private static void WriteParameters(SourceWriter writer, EmitContext context)
    {
        writer.Line("// The flat parameter vector and its gradient, in numbers.");
        foreach (LayerModel layer in context.Upward)
        {
            LayerParameters parameters = context.Plan.Parameters[layer.Index - 1];
            writer.Line($"internal const int W{layer.Index} = {parameters.Weights}, B{layer.Index} = {parameters.Biases}; // {layer.Outputs} x {layer.Inputs}, {layer.Outputs}");
        }
    }

    private static void WriteRows(SourceWriter writer, WorkspacePlan plan, EmitContext context)
    {
        WriteGroup(writer, "The forward pass: h_l, and sigma' and sigma'' where they do not follow from h_l.", PerLayer("H", plan.H).Concat(PerLayer("First", plan.First)).Concat(PerLayer("Second", plan.Second)));
        WriteGroup(writer, "Targets or output gradients, 1 for live lanes, s_l = ||h_{l-1}||^2 + 1, q_l = ||delta_l||^2, P.", [("Target", plan.Target), ("Live", plan.Live), .. PerLayer("S", plan.S), .. PerLayer("Q", plan.Q), ("Penalty", plan.Penalty)]);
        WriteGroup(writer, "The backward pass: dz_l and dh_l of even and of odd layers, one layer's activations with lanes over features, a strip of a large weight matrix.", [("Even", plan.Even), ("Odd", plan.Odd), ("Groups", plan.Groups), ("Strip", plan.Strip)]);
        WriteGroup(writer, "From here on each operation has the memory to itself. Weight noise: xi_l, and the mean of both signs' outputs.", [.. PerLayer("Xi", plan.Xi), ("Mean", plan.Mean)]);
        WriteGroup(writer, "Penalty: the seed of one output and its rows, a_l, delta_l, gamma_l and then alpha_l, c_l.", [("Seed", plan.Seed), .. TopRows(plan.TopRows), .. PerLayer("A", plan.A), .. PerLayer("Delta", plan.Delta), .. PerLayer("Alpha", plan.Alpha), .. PerLayer("C", plan.C), ("Repeated", plan.Repeated)]);
        WriteGroup(writer, "Laplacian: Lap z_l and then Lap h_l, diag G_l, the answers t_l of z_l to noise.", [("LambdaEven", plan.Lambda[0]), ("LambdaOdd", plan.Lambda[1]), .. PerLayer("Gram", plan.Gram), .. PerLayer("Signs", plan.Signs), .. PerLayer("Tangent", plan.Tangent), ("Sloped", plan.Sloped), ("Unit", plan.Unit)]);
        WriteGroup(writer, "Corrected penalty: sigma''' where it does not follow from h_l, kappa_k, the derivatives with respect to diag G_l, t_l and slopes.", [.. PerLayer("Third", plan.Third), ("Kappa", plan.Kappa), .. PerLayer("GramGradient", plan.GramGradient), ("TangentEven", plan.TangentEven), ("TangentOdd", plan.TangentOdd), ("Feedback", plan.Feedback), ("UnitFeedback", plan.Unit < 0 ? -1 : plan.Unit + 1)]);
        writer.Line();
        writer.Line("/// <summary>Rows of the whole workspace; the longest row of weights with its bias.</summary>");
        writer.Line($"internal const int Rows = {plan.Rows}, WidestRow = {context.Layers.Max(layer => layer.Inputs) + 1};");
    }

    private static void WriteGroup(SourceWriter writer, string comment, IEnumerable<(string Name, int Row)> rows)
    {
        string[] constants = [.. rows.Where(row => row.Row >= 0).Select(row => $"{row.Name} = {row.Row}")];
        if (constants.Length == 0)
            return;
        writer.Line();
        writer.Line($"// {comment}");
        writer.Line($"internal const int {string.Join(", ", constants)};");
    }

    private static IEnumerable<(string Name, int Row)> PerLayer(string name, EquatableArray<int> rows) => rows.Select((row, layer) => ($"{name}{layer}", row));

    private static IEnumerable<(string Name, int Row)> TopRows(int start) => new[] { "Gamma", "OutputRow", "SecondRow", "CurvatureRow" }.Select((name, i) => (name, start + i));
}
