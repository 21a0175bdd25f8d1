namespace CompareRegularizers.Statistics;

/// <summary>What Wilcoxon's signed-rank test says about paired differences.</summary>
/// <param name="Count">The number of differences other than 0, which are the ones that are ranked.</param>
/// <param name="Zeros">The number of differences left out for being 0.</param>
/// <param name="PositiveRankSum">The sum of the ranks of the positive differences: R's V.</param>
/// <param name="PValue">Two-sided; 1 where there is nothing to rank.</param>
/// <param name="IsExact">Whether it comes from the exact distribution rather than from the normal one.</param>
internal readonly record struct WilcoxonResult(int Count, int Zeros, double PositiveRankSum, double PValue, bool IsExact);
