using System.Linq;
using NoiseRegGen.PeerBenchmarks.Jobs;

namespace NoiseRegGen.PeerBenchmarks.Reports;

/// <summary>What the project aims at: the least ratio of a peer's median to ours, single thread.</summary>
internal static class Targets
{
    /// <summary>The share of its bound that a kernel of at least <see cref="LeastFlops"/> reaches.</summary>
    internal const double ShareOfBound = 0.85;

    /// <summary>The same for the plain step of the largest network and batch.</summary>
    internal const double LargestShareOfBound = 0.90;

    internal const double LeastFlops = 100_000;

    /// <summary>Two threads against one.</summary>
    internal const double Threads = 1.85;

    internal static double? For(Scenario scenario, string peer) => peer switch
    {
        "TorchSharp" => AgainstTorch(scenario),
        "ONNX Runtime" => AgainstOnnx(scenario),
        "scalar loop" when scenario is { Batch: 1, Network.Name: "4-4-1" } => 1,
        "ours" => AgainstPlainStep(scenario),
        _ => null,
    };

    private static double? AgainstTorch(Scenario scenario) => (scenario.Job, scenario.Network.Name, scenario.Batch) switch
    {
        (JobKind.Plain, "8-64-64-1", 1) => 80,
        (JobKind.Plain, "8-64-64-1", 32) => 12,
        (JobKind.Plain, "8-64-64-1", 256) => 4,
        (JobKind.Plain, "8-64-64-1", 1024) => 2.5,
        (JobKind.Plain, "64-256-256-10", 32) => 2.5,
        (JobKind.Plain, "64-256-256-10", 256 or 1024) => 1.5,
        (JobKind.Plain, "784-512-512-10", 32) => 1.5,
        (JobKind.Plain, "784-512-512-10", 256 or 1024) => 1.15,
        (JobKind.Penalized, "8-64-64-1", <= 256) => 4,
        (JobKind.Penalized, "8-64-64-1", _) => 3,
        (JobKind.Penalized, _, _) => 1.3,
        _ => null,
    };

    private static double? AgainstOnnx(Scenario scenario) => (scenario.Network.Name, scenario.Batch) switch
    {
        ("8-64-64-1", 1) => 10,
        ("784-128-10", 1) => 2,
        (_, 256) => 1,
        _ => null,
    };

    // Our own plain step as the peer: at most 2.1 times as long is a ratio of at least 1 / 2.1.
    private static double? AgainstPlainStep(Scenario scenario)
    {
        bool wide = scenario.Network.LayerSizes[1..^1].ToArray().Min() >= 64;
        return scenario.Job switch
        {
            JobKind.Penalized when scenario is { Network.Outputs: 1, Batch: >= 32 } => 1 / 2.1,
            JobKind.LocalNoise when wide => 1 / 1.4,
            JobKind.PerBatchNoise when wide && scenario.Batch == 256 => 1 / 1.15,
            _ => null,
        };
    }
}
