using System;
using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Measuring;
using NoiseRegGen.PeerBenchmarks.Networks;

namespace NoiseRegGen.PeerBenchmarks.Commands;

/// <summary>What the command line asks for.</summary>
/// <param name="Filter">Words that a scenario's name must all contain; empty for all scenarios.</param>
/// <param name="Quick">Fewer and shorter rounds, and without a filter only a few scenarios.</param>
/// <param name="Output">The folder to write to; null for none.</param>
/// <param name="CommandLine">The command as given, for the record.</param>
internal sealed record Settings(string Filter, bool Quick, string? Output, string CommandLine)
{
    internal Effort Effort => Quick ? Effort.Quick : Effort.Full;

    /// <summary>The scenarios asked for, small batches first: what the JIT learns there serves the large ones.</summary>
    internal List<Scenario> Scenarios(params JobKind[] jobs)
    {
        string[] words = Filter.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<Scenario> all =
            from network in NetworkCatalogue.Networks
            from job in jobs
            from batch in NetworkCatalogue.Batches
            let scenario = new Scenario(job, network, batch)
            where scenario.Applies && words.All(word => Matches(scenario, word))
                && (!Quick || words.Length > 0 || NetworkCatalogue.IsQuick(network, batch))
            select scenario;
        return [.. all];
    }

    // A number is a batch size, anything else part of the job's or the network's name.
    private static bool Matches(Scenario scenario, string word) => int.TryParse(word, out int batch)
        ? scenario.Batch == batch
        : $"{scenario.Job} {scenario.Network.Name}".Contains(word, StringComparison.OrdinalIgnoreCase);
}
