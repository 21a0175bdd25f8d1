namespace CompareRegularizers.Equivalence;

/// <summary>A moment of a training.</summary>
/// <param name="Epoch">The passes over the data so far.</param>
/// <param name="Step">The optimiser's steps so far.</param>
/// <param name="Parameters">The network.</param>
internal sealed record Checkpoint(int Epoch, long Step, double[] Parameters);
