using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes the kernels that the passes asked for, in a nested class of their own.</summary>
internal static class KernelsEmitter
{
    internal static GeneratedFile Write(EmitContext context) =>
        SourceFile.Write(context, "Kernels", "The vectorised loops that the passes call.", null, string.Empty, writer =>
        {
            writer.Line("/// <summary>Loops over lane blocks: register-tiled products with literal sizes, activations, sums.</summary>");
            writer.Line("/// <remarks>");
            writer.Line("/// \"n x lanes\" below is one lane block of n features; arguments are checked by the public methods, so nothing is checked here.");
            writer.Line("/// </remarks>");
            using (writer.Block("private static partial class Kernels"))
            {
                writer.Line("/// <summary>Examples of one lane block: two vectors.</summary>");
                writer.Line("private static int Lanes => 2 * LaneVector.Count;");
                context.Kernels.WriteAll(writer);
            }
        });
}
