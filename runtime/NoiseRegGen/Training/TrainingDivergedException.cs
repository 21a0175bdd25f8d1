using System;
using System.Globalization;

namespace NoiseRegGen.Training;

/// <summary>
/// The loss, the gradient or the parameters stopped being finite. The network has the last parameters for which loss and gradient
/// were finite (its first ones, if they never were); the optimiser's state is that of the failed run.
/// </summary>
public sealed class TrainingDivergedException : Exception
{
    internal TrainingDivergedException(long step, double loss, double gradientNorm, int layer, double layerNorm, int row)
        : base(Report(step, loss, gradientNorm, layer, layerNorm, row))
    {
        Step = step;
        Loss = loss;
        GradientNorm = gradientNorm;
        Layer = layer;
        LayerNorm = layerNorm;
        Row = row < 0 ? null : row;
    }

    /// <summary>The step, counted from 0, at whose start the parameters were no longer usable.</summary>
    public long Step { get; }

    /// <summary>The objective at that step; NaN where only the parameters were looked at.</summary>
    public double Loss { get; }

    /// <summary>The norm of its gradient; NaN where only the parameters were looked at.</summary>
    public double GradientNorm { get; }

    /// <summary>
    /// The layer to look at first, counted from 0: the first with a parameter that is not finite; else the first whose gradient is not
    /// finite; else the one with the largest parameters.
    /// </summary>
    public int Layer { get; }

    /// <summary>The Euclidean norm of that layer's weights and biases at the failed step.</summary>
    public double LayerNorm { get; }

    /// <summary>The first row of the failed batch, as it is counted from 0 in the data, with an input or target that is not finite; null for none.</summary>
    public int? Row { get; }

    private static string Report(long step, double loss, double gradientNorm, int layer, double layerNorm, int row)
    {
        string what = string.Create(
            CultureInfo.InvariantCulture,
            $"Training diverged at step {step}: loss {loss:G6}, gradient norm {gradientNorm:G6}; layer {layer} has parameters of norm {layerNorm:G6}. ");
        return row >= 0
            ? what + string.Create(CultureInfo.InvariantCulture, $"Row {row} of the data (counted from 0) has an input or target that is not finite.")
            : what + "A smaller learning rate, clipped gradients or a warm-up of eta may help.";
    }
}
