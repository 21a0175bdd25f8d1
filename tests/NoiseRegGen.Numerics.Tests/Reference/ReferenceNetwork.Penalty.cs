using System;
using System.Collections.Generic;
using System.Linq;

namespace NoiseRegGen.Numerics.Tests.Reference;

internal sealed partial class ReferenceNetwork<T>
{
    /// <summary><c>P = sum_k ||g_k||^2</c> with every per-example gradient <c>g_k = grad yhat_k</c> written out.</summary>
    public double[] SquaredGradientNorms(double[] x)
    {
        var norms = new double[BatchOf(x)];
        int example = 0;
        foreach (T[] row in Rows(x, shape.InputSize))
        {
            T sum = T.Constant(0);
            for (int k = 0; k < shape.OutputSize; k++)
                sum = OutputGradient(_w, row, k).Aggregate(sum, (partial, g) => partial + (g * g));
            norms[example++] = sum.Value;
        }

        return norms;
    }

    public double Penalty(double[] x) => Mean(SquaredGradientNorms(x).Select(norm => T.Constant(norm)));

    // In the number type itself: the rounding of a sum over many examples belongs to the bound.
    private static double Mean(IEnumerable<T> numbers)
    {
        T sum = T.Constant(0);
        int count = 0;
        foreach (T number in numbers)
        {
            sum += number;
            count++;
        }

        return (sum * T.Constant(1.0 / count)).Value;
    }

    /// <summary>
    /// <c>grad P = 2 sum_k H_k g_k</c> with the Hessian <c>H_k</c> of <c>yhat_k</c>: the derivative of backpropagation along the direction
    /// <c>g_k</c>, by dual numbers.
    /// </summary>
    public double[] PenaltyGradient(double[] x)
    {
        T[] sum = Definitions.Constants<T>(new double[shape.ParameterCount]);
        foreach (T[] row in Rows(x, shape.InputSize))
        {
            Dual<T>[] dualRow = Array.ConvertAll(row, value => new Dual<T>(value, T.Constant(0)));
            for (int k = 0; k < shape.OutputSize; k++)
            {
                T[] g = OutputGradient(_w, row, k);
                Dual<T>[] along = _w.Zip(g, (w, direction) => new Dual<T>(w, direction)).ToArray();
                Dual<T>[] derivative = OutputGradient(along, dualRow, k);
                for (int i = 0; i < sum.Length; i++)
                    sum[i] += T.Constant(2.0 / BatchOf(x)) * derivative[i].Tangent;
            }
        }

        return Values(sum);
    }

    private TScalar[] OutputGradient<TScalar>(TScalar[] w, TScalar[] x, int k)
        where TScalar : struct, IScalar<TScalar>
    {
        TScalar[] seed = Definitions.Constants<TScalar>(new double[shape.OutputSize]);
        seed[k] = TScalar.Constant(1);
        (TScalar[][] z, TScalar[][] h) = Definitions.Forward(shape, w, x);
        return Definitions.Backward(shape, w, z, h, seed).Parameters;
    }
}
