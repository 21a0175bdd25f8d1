using System.Numerics;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>A workspace of no network.</summary>
internal sealed class ForeignWorkspace<T>() : MlpWorkspace<T>(1 << 16)
    where T : unmanaged, IFloatingPointIeee754<T>;
