using System;
using System.Globalization;

namespace NoiseRegGen.Training;

/// <summary>
/// The loss, the gradient or the parameters stopped being finite. The network has the last parameters for which loss and gradient
/// were finite (its first ones, if they never were); the optimiser's state is that of the failed run.
/// </summary>
public sealed class TrainingDivergedException : Exception
{
    internal TrainingDivergedException(long step, double loss, double gradientNorm)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"Training diverged at step {step}: loss {loss:G6}, gradient norm {gradientNorm:G6}. ")
            + "A smaller learning rate, clipped gradients or a warm-up of eta may help; data that are not finite do the same.")
    {
        Step = step;
        Loss = loss;
        GradientNorm = gradientNorm;
    }

    /// <summary>The step, counted from 0, at whose start the parameters were no longer usable.</summary>
    public long Step { get; }

    /// <summary>The objective at that step; NaN where only the parameters were looked at.</summary>
    public double Loss { get; }

    /// <summary>The norm of its gradient; NaN where only the parameters were looked at.</summary>
    public double GradientNorm { get; }
}
