using System.Collections.Generic;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes the files of one network, one per aspect.</summary>
internal static class MlpEmitter
{
    /// <summary>All files of <paramref name="model"/>, in the order in which they are best read.</summary>
    internal static IEnumerable<GeneratedFile> Emit(MlpModel model)
    {
        var context = new EmitContext(model);
        return
        [
            SurfaceEmitter.Write(context),
            ForwardEmitter.Write(context),
            BackwardEmitter.Write(context),
            WeightNoiseEmitter.Write(context),
            GradientPenaltyEmitter.Write(context),
            NoiseExpansionEmitter.Write(context),
            // Last: it writes what the others have asked for.
            KernelsEmitter.Write(context),
        ];
    }
}
