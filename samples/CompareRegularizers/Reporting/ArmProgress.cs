using CompareRegularizers.Experiments;

namespace CompareRegularizers.Reporting;

/// <summary>How far one arm is.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Count">How many runs it has.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Best">The lowest validation error so far; NaN before the first.</param>
internal sealed record ArmProgress(Arm Arm, int Count, int Done, double Best)
{
    /// <summary>With one more run.</summary>
    internal ArmProgress With(double validationRmse) =>
        this with { Done = Done + 1, Best = double.MinNumber(Best, validationRmse) };
}
