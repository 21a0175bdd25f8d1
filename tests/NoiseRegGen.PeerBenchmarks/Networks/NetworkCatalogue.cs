using System.Collections.Generic;

namespace NoiseRegGen.PeerBenchmarks.Networks;

/// <summary>The networks and batches of the comparison.</summary>
internal static class NetworkCatalogue
{
    internal static IReadOnlyList<NetworkCase> Networks { get; } =
    [
        new NetworkCase<Net4>(),
        new NetworkCase<Net8>(),
        new NetworkCase<Net13>(),
        new NetworkCase<Net64>(),
        new NetworkCase<Net784>(),
        new NetworkCase<Net784Deep>(),
        new NetworkCase<Net17>(),
    ];

    internal static IReadOnlyList<int> Batches { get; } = [1, 32, 256, 1024];

    /// <summary>What a run of under a minute has time for: a small network and one with a wide input and several outputs.</summary>
    internal static bool IsQuick(NetworkCase network, int batch) =>
        (network.Name, batch) is ("8-64-64-1", 1 or 256) or ("784-128-10", 256);
}
