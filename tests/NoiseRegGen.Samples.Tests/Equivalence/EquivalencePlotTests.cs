using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using CompareRegularizers.Equivalence;
using CompareRegularizers.Reporting.Plots;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Equivalence;

public class EquivalencePlotTests
{
    private static readonly NetworkMeasurement Network = MadeUp.Network(
        [MadeUp.Curve(NetworkState.Initial, -4, 100), MadeUp.Curve(NetworkState.Trained, 0.1, 100)], 0.3, 0.99);

    public static TheoryData<string, string[]> Plots => new()
    {
        { "ratio", ["Where the equivalence holds: title", "measured gap / (eta P)", "the equivalence: eta P", "at initialisation", "after training"] },
        { "error", ["What the predictions miss: title", "error of the predicted gap", "at initialisation, eta P", "after training, eta (P + r T)"] },
        { "gradients", ["The gradient of the noise: title", "cosine", "penalty P", "corrected penalty", "P, in directions that keep the fit"] },
        { "variance", ["The variance of the noise's gradient: title", "examples in a batch", "one draw for the batch", "local reparameterisation", "local reparameterisation, antithetic"] },
        { "examples", ["Examples at initialisation: title", "predicted gap", "measured gap", "measured = predicted", "eta P", "eta (P + r T)"] },
        { "errors of networks", ["How far the first order goes on data, at initialisation", "4-32-1 tanh", "|gap - eta (P + r T)| / (eta P)"] },
        { "cosines of networks", ["The gradient of the noise on data", "4-32-1 tanh, P", "4-32-1 tanh, corrected"] },
        { "ratios of networks", ["Where the equivalence holds on data, at initialisation", "4-32-1 tanh", "eta P"] },
    };

    [Theory]
    [MemberData(nameof(Plots))]
    public void Titles_axes_and_legend_are_there_as_text(string plot, string[] expected)
    {
        using var stream = new MemoryStream();
        Draw(plot).WriteSvg(stream);
        stream.Position = 0;
        XElement svg = XElement.Load(stream);
        string[] texts = [.. svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];
        Assert.All(expected, text => Assert.Contains(text, texts));
        Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
    }

    private static Chart Draw(string plot) => plot switch
    {
        "ratio" => EquivalencePlots.Ratio(Network, "title"),
        "error" => EquivalencePlots.Error(Network, "title"),
        "gradients" => GradientPlots.Cosines(Network, "title"),
        "variance" => VariancePlot.Of(Network, "title"),
        "examples" => ExamplePlots.Scatter(Network.Curves[0], "title"),
        "cosines of networks" => NetworkPlots.Cosines([Network], "data"),
        "errors of networks" => NetworkPlots.Errors([Network], NetworkState.Initial, "data"),
        _ => NetworkPlots.Ratios([Network], NetworkState.Initial, "data"),
    };
}
