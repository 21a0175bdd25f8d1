using System;

namespace NoiseRegGen.PeerBenchmarks.Measuring;

/// <summary>How long everything is measured.</summary>
/// <param name="Rounds">The number of rounds, in each of which every side has one turn.</param>
/// <param name="FewestRounds">The number of rounds that are done even if time is up.</param>
/// <param name="Turn">The length of a turn: as many calls as fit, at least one.</param>
/// <param name="Limit">The time after which no more rounds are begun.</param>
/// <param name="WarmUp">The longest warm-up of a scenario, in processor time.</param>
/// <param name="Quiet">How long the JIT must not have compiled anything before sides count as warm.</param>
internal sealed record Effort(int Rounds, int FewestRounds, TimeSpan Turn, TimeSpan Limit, TimeSpan WarmUp, TimeSpan Quiet)
{
    internal static Effort Full { get; } = new(
        41, 9, TimeSpan.FromMilliseconds(4), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(500));

    internal static Effort Quick { get; } = new(
        9, 3, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(1.5), TimeSpan.FromMilliseconds(250));
}
