using NoiseRegGen.PeerBenchmarks.Measuring;

namespace NoiseRegGen.PeerBenchmarks.Commands;

/// <summary>The sharded gradient on two threads against one, and the same ratio of work that touches no memory.</summary>
internal sealed record ThreadsRow(
    string Job, string Network, int Batch, Timing One, Timing Two, double Ratio, double MachineRatio, bool BitForBitEqual);
