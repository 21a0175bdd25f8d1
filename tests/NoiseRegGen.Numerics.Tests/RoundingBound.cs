using System;
using NoiseRegGen.Numerics.Tests.Reference;

namespace NoiseRegGen.Numerics.Tests;

/// <summary>How far a computation in a number format may be from the truth.</summary>
/// <remarks>
/// The reference itself is run with every one of its operations rounded at random to that format and every activation as inaccurate
/// as <see cref="Rounded{TFormat}"/> grants: the distance to the truth is eps times depth times the condition of this very question.
/// The bound is a multiple of the largest distance of a few runs. The multiple pays for the luck of the runs (a distance of n random
/// roundings is rarely 3 times its typical size) and for other orders of summation and other algorithms than the reference's, such
/// as the Gram recursion of theory 1.6.
/// </remarks>
internal static class RoundingBound
{
    private const int Runs = 3;
    private const double Safety = 8;

    // A result is rounded once when it is stored, even where every run was lucky.
    private const double Roundings = 4;

    public static double Of<TFormat>(NetworkShape shape, double[] parameters, double[] truth, Func<IReference, double[]> quantity)
        where TFormat : unmanaged
    {
        double spread = 0;
        for (int run = 0; run < Runs; run++)
        {
            Rounded<TFormat>.Seed(run);
            double[] rounded = quantity(new ReferenceNetwork<Rounded<TFormat>>(shape, parameters));
            spread = Math.Max(spread, Norms.Distance(rounded, truth));
        }

        return (Safety * spread) + (Roundings * Rounded<TFormat>.UnitRoundoff * Norms.Norm(truth));
    }
}
