using System.Linq;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Emit;

/// <summary>The XML documentation of the emitted public members, with this network's shapes.</summary>
internal static class Documentation
{
    internal static void Summary(SourceWriter writer, string text) => writer.Line($"/// <summary>{text}</summary>");

    internal static void Remarks(SourceWriter writer, string text) => writer.Line($"/// <remarks>{text}</remarks>");

    /// <summary>What kinks do to the first order in the noise's variance; nothing without kinks.</summary>
    internal static string Kinks(EmitContext context)
    {
        string[] kinked = [.. context.Layers.Select(layer => layer.Activation).Where(activation => activation.HasKink()).Distinct().Select(activation => $"{activation}")];
        return kinked.Length == 0
            ? string.Empty
            : $"{string.Join(" and ", kinked)}: sigma'' is taken as 0, at the kink too. Weight noise bends the unit there, and averaged over inputs this counts in the same order of eta as the penalty; so noise and penalty do not agree as they do for a smooth activation.";
    }

    internal static void Input(SourceWriter writer, EmitContext context) => Parameter(writer, "x", $"batch x {context.Inputs}, row-major; any batch of at least one row.");

    internal static void Target(SourceWriter writer, EmitContext context) => Parameter(writer, "target", $"batch x {context.Outputs}.");

    internal static void Gradient(SourceWriter writer, EmitContext context) =>
        Parameter(writer, "gradient", $"{context.Plan.ParameterCount} numbers in the order of <see cref=\"Parameters\"/>; overwritten.");

    internal static void Noise(SourceWriter writer) => Parameter(writer, "noise", "The noise of this call: variance, seed, step, first presentation; sampling: pre-activations of all layers or of layer Step mod LayerCount (LayerWise), or the weights themselves, per example or per batch; scales: factors of the variance for each layer's weights and biases.");

    internal static void Workspace(SourceWriter writer) => Parameter(writer, "workspace", "This thread's scratch memory: a <see cref=\"Workspace\"/>.");

    internal static void Parameter(SourceWriter writer, string name, string text) => writer.Line($"/// <param name=\"{name}\">{text}</param>");

    internal static void Returns(SourceWriter writer, string text) => writer.Line($"/// <returns>{text}</returns>");

    internal static void Throws(SourceWriter writer, string? outOfRange = null, bool output = true, bool workspace = true, bool noise = false)
    {
        string causes = "A wrong length" + (workspace ? ", another network's workspace" : string.Empty) + (output ? ", an output that overlaps another argument or the parameters" : string.Empty);
        if (noise)
            causes += ", or noise scales for another number of layers";
        writer.Line($"/// <exception cref=\"global::System.ArgumentException\">{causes}.</exception>");
        if (outOfRange is not null)
            writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\">{outOfRange}</exception>");
    }
}
