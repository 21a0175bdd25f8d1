namespace CompareRegularizers.Experiments;

/// <summary>What one training run came to. Errors are in the target's own units; NaN where the training diverged.</summary>
/// <param name="Cell">The run.</param>
/// <param name="TrainRmse">The root mean squared error on the training part, without noise.</param>
/// <param name="ValidationRmse">The same on the validation part.</param>
/// <param name="TestRmse">The same on the test part.</param>
/// <param name="Penalty">The mean over the training part of <c>P = ||grad_W yhat||^2</c>, in standardised units.</param>
internal sealed record CellResult(Cell Cell, double TrainRmse, double ValidationRmse, double TestRmse, double Penalty)
{
    /// <summary>The result of a run whose objective stopped being finite.</summary>
    internal static CellResult Diverged(Cell cell) => new(cell, double.NaN, double.NaN, double.NaN, double.NaN);
}
