using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>One operation of the contract in a form that all share: inputs x and perhaps a second one, perhaps an output span.</summary>
/// <param name="Name">Its name, with what tells it from its overloads.</param>
/// <param name="Second">The parameter name of the second input, if it has one; its length is batch x outputs.</param>
/// <param name="Output">The parameter name of the output span, if it has one.</param>
/// <param name="OutputLength">The output's length for a batch.</param>
/// <param name="Call">Calls it; without a second input or an output, those arguments are ignored.</param>
internal sealed record Operation<TSelf, T>(
    string Name, string? Second, string? Output, Func<NetworkShape, int, int> OutputLength, OperationCall<TSelf, T> Call)
    where TSelf : class, IMlp<TSelf, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public bool NeedsWorkspace { get; init; } = true;

    public bool IsNoisy { get; init; }

    public bool IsPenalized { get; init; }

    /// <summary>The settings that choose another code path: for a noisy operation every sampling, antithetic or not.</summary>
    public IEnumerable<OperationSettings<T>> Variants(OperationSettings<T> settings)
    {
        if (!IsNoisy)
            return [settings];
        return from sampling in Enum.GetValues<NoiseSampling>()
               from antithetic in new[] { false, true }
               select settings with { Noise = settings.Noise with { Sampling = sampling, Antithetic = antithetic } };
    }

    public override string ToString() => Name;
}
