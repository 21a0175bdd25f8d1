using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CompareRegularizers.Reporting;
using CompareRegularizers.Reporting.Plots;

namespace CompareRegularizers.Equivalence;

/// <summary>Writes the files of a finished measurement.</summary>
internal static class EquivalenceReport
{
    /// <summary>Writes all files and returns their names.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="measurements">The networks.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="data">What the plots call the data.</param>
    internal static IReadOnlyList<string> Write(
        OutputFolder folder, IReadOnlyList<NetworkMeasurement> measurements, string verdict, string data)
    {
        var names = new List<string>();
        Write("gaps.csv", stream => EquivalenceCsv.WriteGaps(stream, measurements));
        Write("slopes.csv", stream => EquivalenceCsv.WriteSlopes(stream, measurements));
        Write("examples.csv", stream => EquivalenceCsv.WriteExamples(stream, measurements));
        Write("gradients.csv", stream => EquivalenceCsv.WriteGradients(stream, measurements));
        Write("verdict.txt", stream => stream.Write(Encoding.UTF8.GetBytes(verdict)));
        foreach (NetworkMeasurement network in measurements)
        {
            string title = $"{network.Shape} on {data}", suffix = measurements.Count == 1 ? string.Empty : $"-{network.Shape.ToString().Replace(' ', '-')}";
            Write($"gap-ratio{suffix}.svg", EquivalencePlots.Ratio(network, title).WriteSvg);
            Write($"gap-error{suffix}.svg", EquivalencePlots.Error(network, title).WriteSvg);
            Write($"gradients{suffix}.svg", GradientPlots.Cosines(network, title).WriteSvg);
            foreach (GapCurve curve in network.Curves)
                Write($"examples-{curve.State.Key()}{suffix}.svg", ExamplePlots.Scatter(curve, title).WriteSvg);
        }

        if (measurements.Count > 1)
            WriteComparison();
        return names;

        void Write(string name, System.Action<Stream> content)
        {
            folder.Write(name, content);
            names.Add(name);
        }

        void WriteComparison()
        {
            foreach (NetworkState state in measurements.SelectMany(network => network.Curves).Select(curve => curve.State).Distinct().Order())
            {
                Write($"networks-{state.Key()}.svg", NetworkPlots.Errors(measurements, state, data).WriteSvg);
                Write($"networks-ratio-{state.Key()}.svg", NetworkPlots.Ratios(measurements, state, data).WriteSvg);
            }
        }
    }
}
