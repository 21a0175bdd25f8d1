using System.Collections.Generic;
using System.Numerics;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>All operations of the contract.</summary>
internal static class Operations<TSelf, T>
    where TSelf : class, IMlp<TSelf, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const string Target = "target";
    private const string Gradient = "gradient";
    private static readonly RandomProbe Probe = new() { Seed = 3, Step = 4, FirstExample = 5 };

    public static IReadOnlyList<Operation<TSelf, T>> All { get; } =
    [
        new("Forward", null, "y", (shape, batch) => batch * shape.OutputSize, (n, x, _, y, in _) => n.Forward(x, y)) { NeedsWorkspace = false },
        new("Forward with a workspace", null, "y", (shape, batch) => batch * shape.OutputSize, (n, x, _, y, in s) => n.Forward(x, y, s.Workspace)),
        new("Loss", Target, null, (_, _) => 0, (n, x, target, _, in s) => n.Loss(x, target, s.Workspace)),
        new("Gradient", Target, Gradient, (shape, _) => shape.ParameterCount, (n, x, target, g, in s) => n.Gradient(x, target, g, s.Workspace)),
        new("ParameterGradient", "outputGradient", Gradient, (shape, _) => shape.ParameterCount, (n, x, v, g, in s) => n.ParameterGradient(x, v, g, s.Workspace)),
        new("InputGradient", "outputGradient", "inputGradient", (shape, batch) => batch * shape.InputSize, (n, x, v, g, in s) => n.InputGradient(x, v, g, s.Workspace)),
        new("NoisyForward", null, "y", (shape, batch) => batch * shape.OutputSize, (n, x, _, y, in s) => n.NoisyForward(x, y, s.Noise, s.Workspace)) { IsNoisy = true },
        new("NoisyGradient", Target, Gradient, (shape, _) => shape.ParameterCount, (n, x, target, g, in s) => n.NoisyGradient(x, target, g, s.Noise, s.Workspace)) { IsNoisy = true },
        new("SquaredGradientNorms", null, "norms", (_, batch) => batch, (n, x, _, norms, in s) => n.SquaredGradientNorms(x, norms, s.Workspace)),
        new("Laplacians", null, "laplacians", (shape, batch) => batch * shape.OutputSize, (n, x, _, t, in s) => n.Laplacians(x, t, s.Workspace)),
        new("PenalizedGradient", Target, Gradient, (shape, _) => shape.ParameterCount, (n, x, target, g, in s) => n.PenalizedGradient(x, target, g, s.Eta, s.Workspace)) { IsPenalized = true },
        new("ExpandNoise", Target, null, (_, _) => 0, (n, x, target, _, in s) => n.ExpandNoise(x, target, s.Workspace)),
        new("CorrectedGradient", Target, Gradient, (shape, _) => shape.ParameterCount, (n, x, target, g, in s) => n.CorrectedGradient(x, target, g, s.Eta, s.Workspace)) { IsPenalized = true },
        new("Laplacians (probe)", null, "laplacians", (shape, batch) => batch * shape.OutputSize, (n, x, _, t, in s) => n.Laplacians(x, t, Probe, s.Workspace)),
        new("ExpandNoise (probe)", Target, null, (_, _) => 0, (n, x, target, _, in s) => n.ExpandNoise(x, target, Probe, s.Workspace)),
        new("PenalizedGradient (projection)", Target, Gradient, (shape, _) => shape.ParameterCount, (n, x, target, g, in s) => n.PenalizedGradient(x, target, g, s.Eta, Probe, s.Workspace)) { IsPenalized = true },
        new("CorrectedGradient (probe)", Target, Gradient, (shape, _) => shape.ParameterCount, (n, x, target, g, in s) => n.CorrectedGradient(x, target, g, s.Eta, Probe, s.Workspace)) { IsPenalized = true },
    ];
}
