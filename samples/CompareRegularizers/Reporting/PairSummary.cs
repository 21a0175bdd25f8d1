using CompareRegularizers.Experiments;
using CompareRegularizers.Statistics;

namespace CompareRegularizers.Reporting;

/// <summary>Two arms at the same eta and the same number of steps: do they do the same?</summary>
/// <param name="First">The first arm.</param>
/// <param name="Second">The second arm.</param>
/// <param name="Eta">The eta of both.</param>
/// <param name="Equivalence">The test of equivalence of their test errors, first less second.</param>
/// <param name="Distance">
/// The root mean square, over repeats and test rows, of the difference of their outputs in standardised units: what they learnt.
/// </param>
internal sealed record PairSummary(Arm First, Arm Second, double Eta, EquivalenceResult Equivalence, double Distance);
