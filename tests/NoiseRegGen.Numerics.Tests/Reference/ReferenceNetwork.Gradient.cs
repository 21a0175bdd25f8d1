using System;
using System.Collections.Generic;

namespace NoiseRegGen.Numerics.Tests.Reference;

internal sealed partial class ReferenceNetwork<T>
{
    public double[] Gradient(double[] x, double[] target)
    {
        double scale = 2.0 / BatchOf(x);
        return ParameterGradient(x, Array.ConvertAll(Residuals(x, target), r => (r * T.Constant(scale)).Value));
    }

    public double[] ParameterGradient(double[] x, double[] outputGradient)
    {
        T[] sum = Definitions.Constants<T>(new double[shape.ParameterCount]);
        foreach ((T[] gradient, _) in Backward(x, outputGradient))
        {
            for (int i = 0; i < sum.Length; i++)
                sum[i] += gradient[i];
        }

        return Values(sum);
    }

    public double[] InputGradient(double[] x, double[] outputGradient)
    {
        var gradient = new List<double>();
        foreach ((_, T[] row) in Backward(x, outputGradient))
            gradient.AddRange(Values(row));
        return gradient.ToArray();
    }

    private IEnumerable<(T[] Parameters, T[] Input)> Backward(double[] x, double[] outputGradient)
    {
        int example = 0;
        foreach (T[] row in Rows(x, shape.InputSize))
        {
            T[] v = Definitions.Constants<T>(outputGradient.AsSpan(shape.OutputSize * example++, shape.OutputSize));
            (T[][] z, T[][] h) = Definitions.Forward(shape, _w, row);
            yield return Definitions.Backward(shape, _w, z, h, v);
        }
    }
}
