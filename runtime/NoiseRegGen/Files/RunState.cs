namespace NoiseRegGen.Files;

/// <summary>Where a training run is, beside its parameters and its optimiser's state.</summary>
/// <param name="Options">The run's options, seed included, as text.</param>
/// <param name="Optimizer">The optimiser and its constants, as text.</param>
/// <param name="Epoch">The number of epochs done.</param>
/// <param name="Step">The number of steps done: also the index of the next one's noise.</param>
/// <param name="OptimizerStep">The number of steps the optimiser has counted.</param>
/// <param name="LearningRate">The optimiser's learning rate, before the schedule's factor.</param>
internal sealed record RunState(string Options, string Optimizer, int Epoch, long Step, long OptimizerStep, double LearningRate);
