using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace NoiseRegGen.Numerics;

// The upper tail Q(t) = 1 - Phi(t) = erfc(t / sqrt 2) / 2 for t >= 0, relatively accurate as far as it is representable, by one
// polynomial for the whole half-line (after M. M. Shepherd and J. G. Laframboise, Math. Comp. 36, 1981, "Chebyshev approximation of
// (1 + 2x) exp(x^2) erfc x"):
//
//   Q(t) = e^(-t^2/2) G(t) / (1 + 5t/4),   G smooth and between 0.31 and 0.6
//   G(t) = 1/2 + w p(2w - 1),   w = t / (t + a) in [0, 1)
//
// float:  a = 4, p of degree 9,  minimax for t <= 15: relative error 1.6e-8 with rounded coefficients (2^-25.9).
// double: a = 6, p of degree 21, minimax for t <= 39: 1.4e-17 (2^-56).       (Remez exchange of 60 digits.)
//
// In float the even and the odd powers of 2w - 1 are summed apart: half as deep as Horner's scheme for one more multiplication.
// The form 1/2 + w p makes Q(0) = 1/2 exactly. e^(-t^2/2) would inherit the rounding of t^2, up to 760 times an ulp, so what that
// rounding took away (exact by a fused multiply-add) is put back as a factor 1 - error/2.
public static partial class VectorFunctions
{
    // e^(-t^2/2) for any t (also NaN).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Gaussian(Vector<float> t)
    {
        // The clamp keeps an infinite square from making 0 * infinity; e^(-15f^2/2) is 0.
        Vector<float> magnitude = Abs(t);
        Vector<float> clamped = AtMost(magnitude, 15f);
        Vector<float> square = clamped * clamped;
        Vector<float> error = FusedMultiplyAdd(clamped, clamped, -square);
        Vector<float> exponential = ExpOfNonPositive(square * Create(-0.5f));
        return FusedMultiplyAdd(exponential, error * Create(-0.5f), exponential);
    }

    // Q(t) for t >= 0, given gaussian = e^(-t^2/2).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> NormalTail(Vector<float> t, Vector<float> gaussian)
    {
        Vector<float> clamped = AtMost(t, 15f);
        Vector<float> w = clamped / (clamped + Create(4f));
        Vector<float> v = FusedMultiplyAdd(w, Create(2f), Create(-1f));
        Vector<float> square = v * v;
        Vector<float> odd = FusedMultiplyAdd(square, Create(-0.000179011768f), Create(0.00175600883f));
        odd = FusedMultiplyAdd(odd, square, Create(-0.00991832931f));
        odd = FusedMultiplyAdd(odd, square, Create(-0.154943556f));
        odd = FusedMultiplyAdd(odd, square, Create(-0.289487481f));
        Vector<float> p = FusedMultiplyAdd(square, Create(6.17274054e-5f), Create(-0.00284575741f));
        p = FusedMultiplyAdd(p, square, Create(0.0590182096f));
        p = FusedMultiplyAdd(p, square, Create(0.262296826f));
        p = FusedMultiplyAdd(p, square, Create(0.132927701f));
        p = FusedMultiplyAdd(odd, v, p);
        Vector<float> g = FusedMultiplyAdd(p, w, Create(0.5f));
        return gaussian * (g / FusedMultiplyAdd(clamped, Create(1.25f), Vector<float>.One));
    }

    // e^(-t^2/2) for any t (also NaN).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Gaussian(Vector<double> t)
    {
        // The clamp keeps an infinite square from making 0 * infinity; e^(-39.0^2/2) is 0.
        Vector<double> magnitude = Abs(t);
        Vector<double> clamped = AtMost(magnitude, 39.0);
        Vector<double> square = clamped * clamped;
        Vector<double> error = FusedMultiplyAdd(clamped, clamped, -square);
        Vector<double> exponential = ExpOfNonPositive(square * Create(-0.5));
        return FusedMultiplyAdd(exponential, error * Create(-0.5), exponential);
    }

    // Q(t) for t >= 0, given gaussian = e^(-t^2/2).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> NormalTail(Vector<double> t, Vector<double> gaussian)
    {
        Vector<double> clamped = AtMost(t, 39.0);
        Vector<double> w = clamped / (clamped + Create(6.0));
        Vector<double> v = FusedMultiplyAdd(w, Create(2.0), Create(-1.0));
        Vector<double> p = Create(3.723211507269608e-09);
        p = FusedMultiplyAdd(p, v, Create(2.62578551162295e-09));
        p = FusedMultiplyAdd(p, v, Create(-4.324791029871004e-08));
        p = FusedMultiplyAdd(p, v, Create(-2.4325358490877524e-09));
        p = FusedMultiplyAdd(p, v, Create(3.467271920561985e-07));
        p = FusedMultiplyAdd(p, v, Create(-3.810666895200985e-07));
        p = FusedMultiplyAdd(p, v, Create(-2.1765545836758194e-06));
        p = FusedMultiplyAdd(p, v, Create(6.995654056039127e-06));
        p = FusedMultiplyAdd(p, v, Create(3.7982210334503067e-06));
        p = FusedMultiplyAdd(p, v, Create(-7.24249840893112e-05));
        p = FusedMultiplyAdd(p, v, Create(0.00017716638513278515));
        p = FusedMultiplyAdd(p, v, Create(0.00011537073990377748));
        p = FusedMultiplyAdd(p, v, Create(-0.0023780437309891627));
        p = FusedMultiplyAdd(p, v, Create(0.010223908595399858));
        p = FusedMultiplyAdd(p, v, Create(-0.029582421176464736));
        p = FusedMultiplyAdd(p, v, Create(0.0671227995272043));
        p = FusedMultiplyAdd(p, v, Create(-0.12603283706401522));
        p = FusedMultiplyAdd(p, v, Create(0.2000412746337698));
        p = FusedMultiplyAdd(p, v, Create(-0.2688066442817408));
        p = FusedMultiplyAdd(p, v, Create(0.29882619723235454));
        p = FusedMultiplyAdd(p, v, Create(-0.2522133825515137));
        p = FusedMultiplyAdd(p, v, Create(0.10124834351559643));
        Vector<double> g = FusedMultiplyAdd(p, w, Create(0.5));
        return gaussian * (g / FusedMultiplyAdd(clamped, Create(1.25), Vector<double>.One));
    }
}
