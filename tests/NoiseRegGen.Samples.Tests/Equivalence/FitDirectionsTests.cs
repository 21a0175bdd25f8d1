using System;
using System.Linq;
using CompareRegularizers.Data;
using CompareRegularizers.Equivalence;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Equivalence;

public class FitDirectionsTests
{
    private static readonly Part Data = Samples.Data(2);

    [Fact]
    public void What_is_left_of_a_vector_moves_no_fitted_value()
    {
        double[] parameters = Samples.Parameters(21);
        double[] vector = Samples.Normals(new Random(8), 21, 1);
        double[] rest = FitDirections.Of(new OneHiddenTanh(parameters), Data.Inputs)!.Remove(vector);
        // Central differences: wrong by h^2 times third derivatives of order 1 to 10, and by rounding 1e-16 / h.
        const double h = 1e-4;
        double[] up = Outputs(parameters, rest, h), down = Outputs(parameters, rest, -h);
        Assert.All(up.Zip(down, (a, b) => (a - b) / (2 * h)), change => Assert.Equal(0, change, 1e-6));
        // Twelve gradients take twelve dimensions of 21: something is left, and nothing was added.
        double length = Math.Sqrt(rest.Sum(value => value * value));
        Assert.InRange(length, 0.1, Math.Sqrt(vector.Sum(value => value * value)));
    }

    [Fact]
    public void Removing_twice_is_removing_once()
    {
        FitDirections fit = FitDirections.Of(new OneHiddenTanh(Samples.Parameters(21)), Data.Inputs)!;
        double[] once = fit.Remove(Samples.Normals(new Random(8), 21, 1));
        // The Gram matrix's condition number here is below 1e6.
        Assert.All(once.Zip(fit.Remove(once)), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void Where_examples_outnumber_parameters_no_direction_is_left()
    {
        Part many = new(Samples.Normals(new Random(1), 2 * 21, 1), new double[21]);
        Assert.Null(FitDirections.Of(new OneHiddenTanh(Samples.Parameters(21)), many.Inputs));
    }

    private static double[] Outputs(double[] parameters, double[] direction, double step)
    {
        var network = new OneHiddenTanh([.. parameters.Zip(direction, (value, change) => value + (step * change))]);
        var outputs = new double[Data.Count];
        network.Forward(Data.Inputs, outputs);
        return outputs;
    }
}
