namespace NoiseRegGen.PeerBenchmarks.Commands;

/// <summary>One formulation of a peer whose results agree with ours.</summary>
internal sealed record CheckRow(string Job, string Network, int Batch, string Peer, string Formulation, double RelativeError);
