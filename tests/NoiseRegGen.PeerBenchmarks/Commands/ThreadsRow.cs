using NoiseRegGen.PeerBenchmarks.Measuring;

namespace NoiseRegGen.PeerBenchmarks.Commands;

/// <summary>The sharded gradient on two threads against one.</summary>
internal sealed record ThreadsRow(string Job, string Network, int Batch, Timing One, Timing Two, double Ratio, bool BitForBitEqual);
