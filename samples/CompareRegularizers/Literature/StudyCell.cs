using CompareRegularizers.Experiments;

namespace CompareRegularizers.Literature;

/// <summary>One arm, tuned on one split of one table and tested.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Arm">The regulariser.</param>
/// <param name="Split">The split, from 0.</param>
/// <param name="Eta">The strength with the least validation error; 0 for none.</param>
/// <param name="LearningRate">The learning rate with it.</param>
/// <param name="ValidationRmse">The validation error, in the target's units.</param>
/// <param name="TestRmse">The test error of the network trained anew on training and validation part; NaN where it diverged.</param>
internal sealed record StudyCell(
    string Table, Arm Arm, int Split, double Eta, double LearningRate, double ValidationRmse, double TestRmse);
