using System;

namespace NoiseRegGen.Numerics.Tests.Reference;

/// <summary>Derivatives by central differences with one Richardson step: the error is of the order of <c>step^4</c>.</summary>
internal static class FiniteDifferences
{
    /// <summary>The gradient of <paramref name="function"/> at <paramref name="point"/>, which is restored.</summary>
    public static double[] Gradient(Func<double[], double> function, double[] point, double step)
    {
        var gradient = new double[point.Length];
        for (int i = 0; i < point.Length; i++)
            gradient[i] = Derivative(along => At(function, point, i, along), step);
        return gradient;
    }

    /// <summary>The sum over i of the derivative of component i of <paramref name="field"/> with respect to coordinate i.</summary>
    public static double Divergence(Func<double[], double[]> field, double[] point, double step)
    {
        double sum = 0;
        for (int i = 0; i < point.Length; i++)
            sum += Derivative(along => At(moved => field(moved)[i], point, i, along), step);
        return sum;
    }

    private static double Derivative(Func<double, double> function, double step)
    {
        double coarse = (function(step) - function(-step)) / (2 * step);
        double fine = (function(step / 2) - function(-step / 2)) / step;
        return ((4 * fine) - coarse) / 3;
    }

    private static double At(Func<double[], double> function, double[] point, int i, double along)
    {
        double saved = point[i];
        point[i] = saved + along;
        double value = function(point);
        point[i] = saved;
        return value;
    }
}
