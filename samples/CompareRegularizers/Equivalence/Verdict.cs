using System.Collections.Generic;

namespace CompareRegularizers.Equivalence;

internal static class Verdict
{
    internal static string Of(IReadOnlyList<NetworkMeasurement> measurements, string data) => "TODO\n";
}
