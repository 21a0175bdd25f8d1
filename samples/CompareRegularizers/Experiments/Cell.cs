namespace CompareRegularizers.Experiments;

/// <summary>One training run.</summary>
/// <param name="Arm">The regulariser.</param>
/// <param name="Eta">Its strength; 0 for <see cref="Experiments.Arm.None"/>.</param>
/// <param name="Repeat">Which data, initialisation, batches and noise: the same numbers for all arms.</param>
internal readonly record struct Cell(Arm Arm, double Eta, int Repeat);
