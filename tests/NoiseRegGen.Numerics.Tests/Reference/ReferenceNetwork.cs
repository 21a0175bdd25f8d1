using System;
using System.Collections.Generic;

namespace NoiseRegGen.Numerics.Tests.Reference;

/// <summary>
/// The truth of the numerical tests: a slow multilayer perceptron, one example at a time, that follows the definitions and none of
/// the algorithms that the generator emits.
/// </summary>
internal sealed partial class ReferenceNetwork<T>(NetworkShape shape, double[] parameters) : IReference
    where T : struct, IScalar<T>
{
    private readonly T[] _w = Definitions.Constants<T>(parameters);

    public double[] Forward(double[] x)
    {
        var y = new List<double>();
        foreach (T[] row in Rows(x, shape.InputSize))
            y.AddRange(Values(Definitions.Forward(shape, _w, row).H[^1]));
        return y.ToArray();
    }

    public double Loss(double[] x, double[] target)
    {
        T sum = T.Constant(0);
        foreach (T r in Residuals(x, target))
            sum += r * r;
        return (sum * T.Constant(1.0 / BatchOf(x))).Value;
    }

    private T[] Residuals(double[] x, double[] target)
    {
        T[] y = Definitions.Constants<T>(Forward(x));
        for (int i = 0; i < y.Length; i++)
            y[i] -= T.Constant(target[i]);
        return y;
    }

    private int BatchOf(double[] x) => x.Length / shape.InputSize;

    private static IEnumerable<T[]> Rows(double[] data, int width)
    {
        for (int start = 0; start < data.Length; start += width)
            yield return Definitions.Constants<T>(data.AsSpan(start, width));
    }

    private static double[] Values(T[] scalars) => Array.ConvertAll(scalars, value => value.Value);
}
