using System.Collections.Generic;
using NoiseRegGen.PeerBenchmarks.Onnx;
using NoiseRegGen.PeerBenchmarks.Ours;
using NoiseRegGen.PeerBenchmarks.Scalar;
using NoiseRegGen.PeerBenchmarks.Torch;

namespace NoiseRegGen.PeerBenchmarks.Jobs;

/// <summary>Who takes part in a scenario: ours first, then every peer in each of its formulations.</summary>
internal static class Sides
{
    internal static List<Side> For(Scenario scenario, BatchData data)
    {
        List<Side> sides = [scenario.Network.CreateOurs(scenario.Job, data), .. TorchSides(scenario, data)];
        if (scenario.Job is JobKind.Forward or JobKind.Frozen)
            sides.AddRange(InferenceSides(scenario, data));
        if (scenario.Job is JobKind.LocalNoise or JobKind.PerBatchNoise or JobKind.Penalized || IsOurs(scenario.Job))
            sides.Add(scenario.Network.CreateOurs(JobKind.Plain, data));
        return sides;
    }

    // Jobs that no peer has: only our own plain step is beside them.
    private static bool IsOurs(JobKind job) => job is JobKind.Projected or JobKind.Corrected or JobKind.LayerWiseNoise;

    // Frozen batches stand beside the one peer that packs its weights; the others are beside Forward.
    private static bool IsFrozenBatch(Scenario scenario) => scenario is { Job: JobKind.Frozen, Batch: > 1 };

    private static List<Side> InferenceSides(Scenario scenario, BatchData data)
    {
        List<Side> sides = [new OnnxForward(scenario.Network, data, bound: true), new OnnxForward(scenario.Network, data, bound: false)];
        if (!IsFrozenBatch(scenario))
            sides.Add(new ScalarForward(scenario.Network, data));
        return sides;
    }

    private static List<Side> TorchSides(Scenario scenario, BatchData data) => scenario.Job switch
    {
        _ when IsFrozenBatch(scenario) => [],
        JobKind.Forward or JobKind.Frozen => [new TorchForward(scenario.Network, data)],
        JobKind.Plain => [new TorchPlainStep(scenario.Network, data, backward: false), new TorchPlainStep(scenario.Network, data, backward: true)],
        JobKind.LocalNoise => [new TorchLocalNoise(scenario.Network, data)],
        JobKind.PerBatchNoise => [new TorchPerBatchNoise(scenario.Network, data)],
        JobKind.PerExampleNoise => [new TorchPerExampleNoise(scenario.Network, data)],
        JobKind.Penalized => [new TorchPenaltyChain(scenario.Network, data), new TorchPenaltyDoubleBackward(scenario.Network, data)],
        JobKind.GradientNorms => [new TorchGradientNorms(scenario.Network, data)],
        _ when IsOurs(scenario.Job) => [],
        JobKind.Expansion => [new TorchExpansion(scenario.Network, data)],
        _ => [new TorchAdam(scenario.Network, data, flat: true), new TorchAdam(scenario.Network, data, flat: false)],
    };
}
