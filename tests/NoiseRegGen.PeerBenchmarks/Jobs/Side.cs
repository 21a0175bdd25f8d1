using System;

namespace NoiseRegGen.PeerBenchmarks.Jobs;

/// <summary>One competitor's way of doing one job.</summary>
internal abstract class Side(string peer, string formulation) : IDisposable
{
    /// <summary>Whose it is.</summary>
    internal string Peer { get; } = peer;

    /// <summary>Which of the peer's ways it is; the best of them counts.</summary>
    internal string Formulation { get; } = formulation;

    /// <summary>Does the job once: what is timed.</summary>
    internal abstract void Run();

    /// <summary>Does the job once with the noise that all sides share, and gives what came out.</summary>
    internal abstract NamedResult[] Results();

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }
}
