using System;
using System.Numerics;
using CompareRegularizers.Networks;
using NoiseRegGen;
using NoiseRegGen.Files;

namespace CompareRegularizers.Training;

/// <summary>Loads a model and predicts, in the units of its table.</summary>
/// <param name="file">The model.</param>
/// <param name="rows">The inputs, rows x inputs, in their own units and the model's order.</param>
internal sealed class PredictionUse(string file, double[] rows) : INetworkUse<double[]>
{
    private const int BlockRows = 4096;

    /// <inheritdoc/>
    public double[] Use<TNet, T, TDouble>()
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDouble : class, IMlp<TDouble, double>
    {
        LoadedModel<TNet> model = TrainedModel.Guard(() => ModelFile.Load<TNet, T>(file));
        DataDescription data = model.Description.Data!;
        int inputs = TNet.LayerSizes[0];
        var predictions = new double[rows.Length / inputs];
        T[] x = new T[BlockRows * inputs], y = new T[BlockRows];
        MlpWorkspace<T> workspace = TNet.CreateWorkspace();
        for (int first = 0; first < predictions.Length; first += BlockRows)
        {
            int count = Math.Min(BlockRows, predictions.Length - first);
            Span<T> blockX = x.AsSpan(0, count * inputs), blockY = y.AsSpan(0, count);
            data.Inputs.Apply(rows.AsSpan(first * inputs, count * inputs), blockX);
            model.Network.Forward(blockX, blockY, workspace);
            data.Targets.Undo(blockY, predictions.AsSpan(first, count));
        }

        return predictions;
    }
}
