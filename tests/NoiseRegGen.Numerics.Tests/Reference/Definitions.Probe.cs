using System;

namespace NoiseRegGen.Numerics.Tests.Reference;

internal static partial class Definitions
{
    /// <summary>
    /// The estimate of theory 1.6 with given signs: the second derivative at 0 of the outputs along a line t on which every pre-activation moves by
    /// <c>t sqrt(||h_{l-1}||^2 + 1) xi_l</c>, the norms being those at t = 0.
    /// </summary>
    public static T[] ProbedLaplacians<T>(NetworkShape shape, T[] w, T[] x, double[] signs)
        where T : struct, IScalar<T>
    {
        Taylor<T>[] weights = Array.ConvertAll(w, Still), h = Array.ConvertAll(x, Still);
        int unit = 0;
        for (int l = 1; l <= shape.LayerCount; l++)
        {
            Taylor<T>[] z = Affine(shape, l, weights, h);
            T root = T.Sqrt(SquaredNorm(Array.ConvertAll(h, value => value.Primal)));
            for (int i = 0; i < z.Length; i++)
                z[i] = z[i] with { First = z[i].First + (T.Constant(signs[unit++]) * root) };
            h = Activate(shape, l, z);
        }

        return Array.ConvertAll(h, value => T.Constant(2) * value.Second);
    }

    private static Taylor<T> Still<T>(T value)
        where T : struct, IScalar<T> =>
        new(value, T.Constant(0), T.Constant(0));
}
