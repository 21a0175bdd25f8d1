using System.Collections.Generic;

namespace CompareRegularizers.Experiments;

/// <summary>The list of training runs.</summary>
internal static class ExperimentPlan
{
    /// <summary>All runs in the order in which files and tables list them: by arm, eta and repeat.</summary>
    internal static IReadOnlyList<Cell> Cells(ComparisonSettings settings)
    {
        var cells = new List<Cell>();
        AddRepeats(cells, Arm.None, 0, settings.Repeats);
        foreach (Arm arm in (Arm[])[Arm.WeightNoise, Arm.GradientPenalty])
        {
            foreach (double eta in settings.Etas)
                AddRepeats(cells, arm, eta, settings.Repeats);
        }

        return cells;
    }

    private static void AddRepeats(List<Cell> cells, Arm arm, double eta, int repeats)
    {
        for (int repeat = 0; repeat < repeats; repeat++)
            cells.Add(new Cell(arm, eta, repeat));
    }
}
