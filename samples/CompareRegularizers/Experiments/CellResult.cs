namespace CompareRegularizers.Experiments;

/// <summary>What one training run came to: reproducible. Errors are in the target's own units; NaN where the training diverged.</summary>
/// <param name="Cell">The run.</param>
/// <param name="TrainRmse">The root mean squared error on the training part, without noise.</param>
/// <param name="ValidationRmse">The same on the validation part.</param>
/// <param name="TestRmse">The same on the test part.</param>
/// <param name="Penalty">The mean over the training part of <c>P = ||grad_W yhat||^2</c>, in standardised units.</param>
internal sealed record CellResult(Cell Cell, double TrainRmse, double ValidationRmse, double TestRmse, double Penalty)
{
    /// <summary>
    /// The mean over the training part of <c>r T</c>, in standardised units; exact where that is cheap (up to two hidden layers, say),
    /// else an unbiased estimate.
    /// </summary>
    internal double ResidualLaplacian { get; init; } = double.NaN;

    /// <summary>The mean over the training part of <c>||grad_x yhat||^2</c>, in standardised units.</summary>
    internal double InputGradient { get; init; } = double.NaN;

    /// <summary>The test error with noise on the weights, one for each of the settings' variances.</summary>
    internal double[] NoisyTestRmse { get; init; } = [];

    /// <summary>The outputs for the first rows of the test part, standardised: what two arms learnt differs by their difference.</summary>
    internal float[] Predictions { get; init; } = [];

    /// <summary>The fitted curve, where there is one input; else empty.</summary>
    internal FitPoint[] Fit { get; init; } = [];

    /// <summary>The result of a run whose objective stopped being finite.</summary>
    internal static CellResult Diverged(Cell cell) => new(cell, double.NaN, double.NaN, double.NaN, double.NaN);
}
