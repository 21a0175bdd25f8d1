using System.Collections.Generic;

namespace NoiseRegGen.PeerBenchmarks.Reports;

/// <summary>What one command found.</summary>
/// <param name="Machine">Where and with what.</param>
/// <param name="Notes">How to read it.</param>
/// <param name="Table">The figures as a table.</param>
/// <param name="Shortfalls">What misses its aim, a sentence each.</param>
/// <param name="Figures">The figures for machines.</param>
internal sealed record Report(MachineInfo Machine, string Notes, ReportTable Table, List<string> Shortfalls, object Figures);
