using NoiseRegGen.PeerBenchmarks.Measuring;

namespace NoiseRegGen.PeerBenchmarks.Commands;

/// <summary>Ours against one peer's best formulation in one scenario.</summary>
/// <param name="Ratio">The peer's median by ours, both on one pinned core.</param>
/// <param name="MoreThreads">The peer's timing with more threads on all cores; null if not swept.</param>
/// <param name="SweptRatio">The peer's best median over all thread counts by ours; null if not swept.</param>
/// <param name="RelativeError">The largest relative difference of the results.</param>
/// <param name="BytesAllocated">Managed bytes allocated by one of our calls.</param>
/// <param name="Target">The ratio aimed at; null if none is.</param>
/// <param name="BoundSeconds">The least time that this machine needs for the job; null without an aim.</param>
/// <param name="RatioAtBound">The peer's median by that; null without an aim.</param>
internal sealed record ComparisonRow(
    string Job, string Network, int Batch, Timing Ours, string Peer, string Formulation, Timing Theirs, double Ratio,
    Timing? MoreThreads, double? SweptRatio, double RelativeError, long BytesAllocated, double? Target,
    double? BoundSeconds, double? RatioAtBound);
