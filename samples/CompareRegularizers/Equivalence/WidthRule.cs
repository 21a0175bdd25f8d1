using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Networks;

namespace CompareRegularizers.Equivalence;

/// <summary>
/// How small is small: the expansion is one in <c>kappa = eta x width</c> rather than in eta, for the products of the noise of
/// successive layers grow with the width of the layer between them (theory 1.7).
/// </summary>
internal static class WidthRule
{
    /// <summary>Above this kappa the first order is not expected to do; slopes are fitted below it.</summary>
    internal const double LargestKappa = 0.1;

    // The scatter and the gradients are to show the first order, and not its end.
    private const double ReferenceKappa = 0.05;

    /// <summary>The widest layer of units.</summary>
    internal static int Width(NetworkShape shape) => shape.LayerSizes.Skip(1).Max();

    /// <summary>The largest eta of a grid that is well inside the rule; its smallest where none is.</summary>
    internal static double ReferenceEta(IReadOnlyList<double> etas, int width) =>
        etas.Where(eta => eta * width <= ReferenceKappa).DefaultIfEmpty(etas[0]).Max();
}
