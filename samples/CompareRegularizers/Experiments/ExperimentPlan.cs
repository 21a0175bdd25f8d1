using System.Collections.Generic;
using System.Linq;

namespace CompareRegularizers.Experiments;

/// <summary>The training runs of a comparison.</summary>
internal static class ExperimentPlan
{
    // An arm this little dearer than none needs no second run at equal compute.
    private const double Dearer = 1.05;

    /// <summary>All runs in the order in which files and tables list them: by arm, budget, eta and repeat.</summary>
    internal static IReadOnlyList<Cell> Cells(ComparisonSettings settings, NetworkCost network)
    {
        var cells = new List<Cell>();
        foreach (Arm arm in settings.Arms)
        {
            foreach (Budget budget in settings.Budgets.Where(budget => budget == Budget.Steps || arm.RelativeCost(network) > Dearer))
            {
                foreach (double eta in arm == Arm.None ? [0] : settings.Etas)
                    cells.AddRange(Enumerable.Range(0, settings.Repeats).Select(repeat => new Cell(arm, eta, repeat, budget)));
            }
        }

        return cells;
    }

    /// <summary>The order in which they are run: repeat by repeat, so that a comparison that is stopped has whole pairs.</summary>
    internal static IReadOnlyList<Cell> InOrderOfWork(IEnumerable<Cell> cells) => [.. cells.OrderBy(cell => cell.Repeat)];
}
