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
        writer.Line("/// every quantity per example is a plain vector and any layer width works without padding. A row is the room for one");
        writer.Line("/// number per example; a buffer of n features takes n rows as a whole, and feature i of block b starts at (b n + i) Lanes.");
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
        writer.Line("// The flat parameter vector and its gradient, in numbers: W_l out x in, row-major, then b_l.");
        foreach (LayerModel layer in context.Upward)
        {
            LayerParameters parameters = context.Plan.Parameters[layer.Index - 1];
            writer.Line($"internal const int W{layer.Index} = {parameters.Weights}, B{layer.Index} = {parameters.Biases}; // {layer.Outputs} x {layer.Inputs}, {layer.Outputs}");
        }
    }

    private static void WriteRows(SourceWriter writer, WorkspacePlan plan, EmitContext context)
    {
        Start(writer, "The workspace, in rows: what all operations share.");
        Row(writer, "h_0 = x and the outputs h_l of every layer", PerLayer("H", plan.H));
        Row(writer, "sigma_l'(z_l) where it does not follow from h_l", PerLayer("First", plan.First));
        Row(writer, "sigma_l''(z_l) of the same layers", PerLayer("Second", plan.Second));
        Row(writer, "the targets y, or the caller's derivative with respect to yhat", [("Target", plan.Target)]);
        Row(writer, "1 in a lane that holds an example, 0 in an idle one", [("Live", plan.Live)]);
        Row(writer, "s_l = ||h_{l-1}||^2 + 1, one row each", PerLayer("S", plan.S));
        Row(writer, "q_l = ||delta_l||^2, later scaled, one row each", PerLayer("Q", plan.Q));
        Row(writer, "P = sum_l s_l q_l, one row", [("Penalty", plan.Penalty)]);
        Row(writer, "dh_l and in its place dz_l of even l, and of odd l; also a_l where only its norm is wanted", [("Even", plan.Even), ("Odd", plan.Odd)]);
        Row(writer, "one layer's activations or derivatives as [group of Lanes features][example][feature], for the gradient of weights", [("Groups", plan.Groups)]);
        Row(writer, "the rows of a large layer's derivative that a tile of its weight gradient reads", [("Strip", plan.Strip)]);
        WriteNoiseAndPenalty(writer, plan);
        WriteLaplacian(writer, plan);
        writer.Line();
        writer.Line("/// <summary>Rows of the whole workspace; the longest row of weights with its bias.</summary>");
        writer.Line($"internal const int Rows = {plan.Rows}, WidestRow = {context.Layers.Max(layer => layer.Inputs) + 1};");
        WriteColumns(writer, plan);
    }

    private static void WriteColumns(SourceWriter writer, WorkspacePlan plan)
    {
        if (plan.ColumnsLength == 0)
            return;
        writer.Line();
        writer.Line("/// <summary>Numbers behind the rows: the columns of large W_l, packed once per call by PackColumns.</summary>");
        writer.Line($"internal const int ColumnsLength = {plan.ColumnsLength};");
        writer.Line();
        writer.Line("// Where they begin in the workspace, in numbers.");
        foreach ((string name, int start) in PerLayer("Columns", plan.Columns).Where(columns => columns.Row >= 0))
            writer.Line($"internal static int {name} => (Rows * PanelExamples){(start == 0 ? string.Empty : $" + {start}")};");
    }

    private static void WriteNoiseAndPenalty(SourceWriter writer, WorkspacePlan plan)
    {
        Start(writer, "Weight noise; it shares its rows with the penalty below, which no operation needs beside it.");
        Row(writer, "the unit normals xi_l", PerLayer("Xi", plan.Xi));
        Row(writer, "the mean of both signs' outputs", [("Mean", plan.Mean)]);

        Start(writer, "The penalty: for one output k at a time the way down, and up again.");
        Row(writer, "d = sigma_L'(z_k), where the way down starts, one row", [("Seed", plan.Seed)]);
        Row(writer, "row k of gamma_L, of h_L or sigma_L', of sigma_L'', of c_L, one each", TopRows(plan.TopRows));
        Row(writer, "a_l = d yhat_k / d h_l", PerLayer("A", plan.A));
        Row(writer, "delta_l = d yhat_k / d z_l = sigma_l' o a_l", PerLayer("Delta", plan.Delta));
        Row(writer, "gamma_l, the penalty's derivative with respect to delta_l; in its place alpha_l, that with respect to a_l", PerLayer("Alpha", plan.Alpha));
        Row(writer, "c_l, the penalty's derivative with respect to z_l through sigma_l': here sigma_l'' enters", PerLayer("C", plan.C));
        Row(writer, "inputs and targets, row-major, repeated for every output", [("Repeated", plan.Repeated)]);
    }

    private static void WriteLaplacian(SourceWriter writer, WorkspacePlan plan)
    {
        Start(writer, "The Laplacian, and what the corrected penalty needs of it.");
        Row(writer, "Lap z_l and in its place Lap h_l of even l, and of odd l", [("LambdaEven", plan.Lambda[0]), ("LambdaOdd", plan.Lambda[1])]);
        Row(writer, "the diagonal of G_l, the variance of z_l under unit noise on all parameters", PerLayer("Gram", plan.Gram));
        Row(writer, "random signs of the probe", PerLayer("Signs", plan.Signs));
        Row(writer, "t_l, the answer of z_l to one unit's noise or to the probe's", PerLayer("Tangent", plan.Tangent));
        Row(writer, "sigma' o t, or s sigma'^2, of one layer", [("Sloped", plan.Sloped)]);
        Row(writer, "sigma' of one unit, and the derivative with respect to it", [("Unit", plan.Unit), ("UnitFeedback", plan.Unit < 0 ? -1 : plan.Unit + 1)]);
        Row(writer, "sigma_l'''(z_l) where it does not follow from h_l", PerLayer("Third", plan.Third));
        Row(writer, "kappa_k, the objective's derivative with respect to T_k: (eta / batch) (yhat_k + (eta/2) T_k - y_k)", [("Kappa", plan.Kappa)]);
        Row(writer, "dgram_l, the objective's derivative with respect to the diagonal of G_l", PerLayer("GramGradient", plan.GramGradient));
        Row(writer, "dt_l of even l, and of odd l", [("TangentEven", plan.TangentEven), ("TangentOdd", plan.TangentOdd)]);
        Row(writer, "the derivative with respect to s sigma'^2 of one layer", [("Feedback", plan.Feedback)]);
    }

    private static void Start(SourceWriter writer, string comment)
    {
        writer.Line();
        writer.Line($"// {comment}");
    }

    private static void Row(SourceWriter writer, string meaning, IEnumerable<(string Name, int Row)> rows)
    {
        string[] constants = [.. rows.Where(row => row.Row >= 0).Select(row => $"{row.Name} = {row.Row}")];
        if (constants.Length > 0)
            writer.Line($"internal const int {string.Join(", ", constants)}; // {meaning}");
    }

    private static IEnumerable<(string Name, int Row)> PerLayer(string name, EquatableArray<int> rows) => rows.Select((row, layer) => ($"{name}{layer}", row));

    private static IEnumerable<(string Name, int Row)> TopRows(int start) => new[] { "Gamma", "OutputRow", "SecondRow", "CurvatureRow" }.Select((name, i) => (name, start + i));
}
