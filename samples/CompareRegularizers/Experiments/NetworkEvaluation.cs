using System;
using System.Linq;
using System.Numerics;
using NoiseRegGen;
using NoiseRegGen.Training;

namespace CompareRegularizers.Experiments;

/// <summary>What is measured on a trained network; random numbers come from the seed, the same for all arms of a repeat.</summary>
internal sealed class NetworkEvaluation<TNet, T>(TNet network, PreparedRepeat<T> data, ComparisonSettings settings, ulong seed)
    where TNet : class, IMlp<TNet, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Rows of the test part that are enough to see the effect of noise on, and how often each is perturbed.
    private const int NoisyRows = 512;
    private const int NoisyDraws = 4;
    private const int KeptPredictions = 256;
    private const int FitPoints = 161;

    private readonly MlpWorkspace<T> _workspace = TNet.CreateWorkspace();

    /// <summary>Measures everything.</summary>
    internal CellResult Evaluate(Cell cell) => new(
        cell, Rmse(data.Train), Rmse(data.Validation), Rmse(data.Test), MeanOf(network.SquaredGradientNorms, data.Train))
    {
        ResidualLaplacian = MeanResidualLaplacian(),
        InputGradient = MeanInputGradient(),
        NoisyTestRmse = [.. settings.NoisyTestEtas.Select(NoisyRmse)],
        Predictions = Array.ConvertAll(Outputs(data.Test.First(KeptPredictions).Inputs), float.CreateChecked),
        Fit = TNet.LayerSizes[0] == 1 && cell.Repeat == 0 ? Fit(cell.Eta) : [],
    };

    private delegate void PerExample(ReadOnlySpan<T> x, Span<T> values, MlpWorkspace<T> workspace);

    private double Rmse(NetworkData<T> part) =>
        data.Data.TargetDeviation * Evaluation.RootMeanSquaredError<TNet, T>(network, part.Inputs, part.Targets, _workspace);

    private double MeanOf(PerExample measure, NetworkData<T> part)
    {
        var values = new T[part.Count];
        measure(part.Inputs, values, _workspace);
        double sum = 0;
        foreach (T value in values)
            sum += double.CreateChecked(value);
        return sum / values.Length;
    }

    // Exact where that is cheap, else by random signs: unbiased, and averaged over the rows.
    private double MeanResidualLaplacian() =>
        double.CreateChecked(network.ExpandNoise(data.Train.Inputs, data.Train.Targets, _workspace).ResidualLaplacian);

    // E ||grad_x yhat||^2: the geometric complexity of the fitted function.
    private double MeanInputGradient()
    {
        var ones = new T[data.Train.Count];
        Array.Fill(ones, T.One);
        var gradient = new T[data.Train.Inputs.Length];
        network.InputGradient(data.Train.Inputs, ones, gradient, _workspace);
        double sum = 0;
        foreach (T value in gradient)
            sum += double.CreateChecked(value) * double.CreateChecked(value);
        return sum / data.Train.Count;
    }

    private double NoisyRmse(double eta)
    {
        NetworkData<T> part = data.Test.First(NoisyRows);
        var outputs = new T[part.Count];
        double sum = 0;
        for (int draw = 0; draw < NoisyDraws; draw++)
        {
            var noise = new WeightNoise { Eta = eta, Seed = seed, Step = draw };
            network.NoisyForward(part.Inputs, outputs, in noise, _workspace);
            for (int i = 0; i < outputs.Length; i++)
            {
                double residual = double.CreateChecked(outputs[i] - part.Targets[i]);
                sum += residual * residual;
            }
        }

        return data.Data.TargetDeviation * Math.Sqrt(sum / (NoisyDraws * outputs.Length));
    }

    private T[] Outputs(T[] inputs)
    {
        var outputs = new T[inputs.Length / TNet.LayerSizes[0]];
        network.Forward(inputs, outputs, _workspace);
        return outputs;
    }

    private FitPoint[] Fit(double eta)
    {
        double low = data.Data.Train.Inputs.Min(), high = data.Data.Train.Inputs.Max();
        var x = new T[FitPoints];
        for (int i = 0; i < x.Length; i++)
            x[i] = T.CreateChecked(low + ((high - low) * i / (FitPoints - 1)));
        var norms = new T[FitPoints];
        network.SquaredGradientNorms(x, norms, _workspace);
        return [.. x.Zip(Outputs(x), norms).Select(point => new FitPoint(
            data.Data.Units.RestoreInput(0, double.CreateChecked(point.First)),
            data.Data.Units.RestoreTarget(double.CreateChecked(point.Second)),
            data.Data.TargetDeviation * Math.Sqrt(eta * double.CreateChecked(point.Third))))];
    }
}
