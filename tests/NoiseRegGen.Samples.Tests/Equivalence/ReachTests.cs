using System.Linq;
using CompareRegularizers.Equivalence;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Equivalence;

public class ReachTests
{
    private static readonly double[] Etas = [1e-4, 1e-3, 1e-2, 1e-1];

    [Fact]
    public void A_second_order_error_reaches_ten_per_cent_where_eta_says()
    {
        // The error is 5 eta^2 where eta P is eta: 10 % at eta = 0.02.
        Reach reach = Of(coefficient: 5);
        Assert.Equal(0.02, reach.Eta, 1e-12);
        Assert.False(reach.WholeGrid);
    }

    [Fact]
    public void An_error_that_stays_small_reaches_to_the_end() => Assert.Equal(new Reach(1e-1, true), Of(coefficient: 0.5));

    [Fact]
    public void An_error_that_is_large_from_the_start_reaches_nowhere() => Assert.Equal(default, Of(coefficient: 5000));

    [Fact]
    public void A_gap_that_is_no_number_ends_the_reach() => Assert.Equal(default, Of(coefficient: double.NaN));

    private static Reach Of(double coefficient) => Reach.Of(
        [.. Etas.Select(eta => new GapEstimate(eta, coefficient * eta * eta, 0, eta, 0, Penalty: 1, ResidualLaplacian: 0))],
        point => point.Remainder);
}
