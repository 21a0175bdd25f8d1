using System.Collections.Generic;

namespace CompareRegularizers.Equivalence;

internal static class EquivalenceReport
{
    internal static IReadOnlyList<string> Write(CompareRegularizers.Reporting.OutputFolder folder, IReadOnlyList<NetworkMeasurement> measurements, string verdict, string data) => [];
}
