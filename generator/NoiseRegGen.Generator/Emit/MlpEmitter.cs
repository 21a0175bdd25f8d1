using System.Collections.Generic;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Emit;

/// <summary>Writes the files of one network, one per aspect.</summary>
internal static class MlpEmitter
{
    /// <summary>All files of <paramref name="model"/>, in the order in which they are best read.</summary>
    internal static IEnumerable<GeneratedFile> Emit(MlpModel model)
    {
        yield break;
    }
}
