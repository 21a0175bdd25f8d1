using System;

namespace NoiseRegGen.Numerics.Tests.Reference;

internal sealed partial class ReferenceNetwork<T>
{
    /// <summary>
    /// The first two derivatives of the noisy outputs of one example with respect to <c>tau = sqrt(eta)</c> at 0, with <paramref name="xi"/>
    /// (one number per unit) held: the jet of theory 1.9. Over <c>xi ~ N(0, I)</c>, <c>sum_k E First_k^2 = P</c> and <c>E Second_k = T_k</c>.
    /// </summary>
    public (double[] First, double[] Second) NoiseJet(double[] x, double[] xi)
    {
        var tau = new Taylor<T>(T.Constant(0), T.Constant(1), T.Constant(0));
        Taylor<T>[] y = Definitions.ReparameterizedForward(shape, Array.ConvertAll(_w, Fixed), Definitions.Constants<Taylor<T>>(x), xi, tau);
        return (Array.ConvertAll(y, value => value.First.Value), Array.ConvertAll(y, value => 2 * value.Second.Value));
    }

    /// <summary>
    /// <c>C2</c> of one example: <c>E loss = loss + eta (P + sum_k r_k T_k) + eta^2 C2 + O(eta^3)</c>, hence <c>C2 = Lap^2 loss / 8</c>
    /// (theory 1.5), by the definition: one derivative <c>d^4 / dw_i^2 dw_j^2</c> for each pair of parameters.
    /// </summary>
    public double SecondOrderCoefficient(double[] x, double[] target)
    {
        Taylor<Taylor<T>>[] w = Array.ConvertAll(_w, value => Still(Fixed(value)));
        Taylor<Taylor<T>>[] row = Definitions.Constants<Taylor<Taylor<T>>>(x);
        Taylor<Taylor<T>> s = Still(Fixed(T.Constant(0))) with { First = Fixed(T.Constant(1)) };
        Taylor<Taylor<T>> t = Still(Fixed(T.Constant(0)) with { First = T.Constant(1) });
        double sum = 0;
        for (int i = 0; i < w.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                // The coefficient of s^2 t^2 is a quarter of the derivative, for i = j as well: (s + t)^4 / 4! has 6 / 4! of it.
                (Taylor<Taylor<T>> atI, Taylor<Taylor<T>> atJ) = (w[i], w[j]);
                w[i] += s;
                w[j] += t;
                sum += (i == j ? 4 : 8) * Definitions.SquaredError(Definitions.Forward(shape, w, row).H[^1], target).Second.Second.Value;
                (w[i], w[j]) = (atI, atJ);
            }
        }

        return sum / 8;
    }

    private static Taylor<Taylor<T>> Still(Taylor<T> value) => new(value, Fixed(T.Constant(0)), Fixed(T.Constant(0)));
}
