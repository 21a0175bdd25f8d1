using System.Numerics;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>The arguments of an operation that are no spans.</summary>
internal readonly record struct OperationSettings<T>(MlpWorkspace<T> Workspace, WeightNoise Noise, double Eta)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Valid settings.</summary>
    public static OperationSettings<T> Of(MlpWorkspace<T> workspace) =>
        new(workspace, new WeightNoise { Eta = 0.01, Seed = 1, Step = 2, FirstExample = 3 }, 0.01);
}
