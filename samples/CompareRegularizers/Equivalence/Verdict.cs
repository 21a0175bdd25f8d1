using System.Collections.Generic;
using System.Linq;

namespace CompareRegularizers.Equivalence;

/// <summary>What the measurement says, in plain words: a paragraph for each network, and one more where there are several.</summary>
internal static class Verdict
{
    /// <summary>The paragraphs, each with a line break at its end.</summary>
    /// <param name="measurements">The networks.</param>
    /// <param name="data">What the data are called.</param>
    internal static string Of(IReadOnlyList<NetworkMeasurement> measurements, string data)
    {
        IEnumerable<string> paragraphs = measurements.Select(measurement => OfNetwork(measurement, data));
        if (measurements.Count > 1)
            paragraphs = paragraphs.Append(NetworkSentences.Compare(measurements));
        return string.Join('\n', paragraphs.Select(paragraph => paragraph + "\n"));
    }

    private static string OfNetwork(NetworkMeasurement measurement, string data) => string.Join(
        ' ',
        measurement.Curves
            .Select(curve => GapSentences.Describe(curve, measurement))
            .Prepend($"{measurement.Shape} on {data}. {ShortVerdict.Of(measurement)}")
            .Append(GradientSentences.Describe(measurement.Training, measurement.Curves[0].ReferenceEta))
            .Where(sentence => sentence.Length > 0));
}
