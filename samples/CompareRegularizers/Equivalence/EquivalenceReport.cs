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
        Write("variance.csv", stream => EquivalenceCsv.WriteVariances(stream, measurements));
        Write("verdict.txt", stream => stream.Write(Encoding.UTF8.GetBytes(verdict)));
        foreach (NetworkMeasurement network in measurements)
        {
            string title = $"{network.Shape} on {data}";
            string suffix = measurements.Count == 1 ? string.Empty : Suffix(network);
            Draw($"gap-ratio{suffix}", EquivalencePlots.Ratio(network, title));
            Draw($"gap-error{suffix}", EquivalencePlots.Error(network, title));
            Draw($"gradients{suffix}", GradientPlots.Cosines(network, title));
            Draw($"variance{suffix}", VariancePlot.Of(network, title));
            foreach (GapCurve curve in network.Curves)
                Draw($"examples-{curve.State.Key()}{suffix}", ExamplePlots.Scatter(curve, title));
        }

        if (measurements.Count > 1)
            WriteComparison();
        return names;

        void Write(string name, System.Action<Stream> content)
        {
            folder.Write(name, content);
            names.Add(name);
        }

        void Draw(string name, Chart chart)
        {
            Write($"{name}.svg", chart.WriteSvg);
            if (PngCanvas.IsAvailable)
                Write($"{name}.png", chart.WritePng);
        }

        void WriteComparison()
        {
            Draw("networks-gradients", NetworkPlots.Cosines(measurements, data));
            IEnumerable<GapCurve> curves = measurements.SelectMany(network => network.Curves);
            foreach (NetworkState state in curves.Select(curve => curve.State).Distinct().Order())
            {
                Draw($"networks-{state.Key()}", NetworkPlots.Errors(measurements, state, data));
                Draw($"networks-ratio-{state.Key()}", NetworkPlots.Ratios(measurements, state, data));
            }
        }
    }

    // Such as -10-32-32-1-tanh-relu.
    private static string Suffix(NetworkMeasurement network) => $"-{network.Shape.ToString().Replace(",", string.Empty).Replace(' ', '-')}";
}
