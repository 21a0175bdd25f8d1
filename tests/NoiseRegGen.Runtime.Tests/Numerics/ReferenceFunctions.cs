using System;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>
/// Elementary functions to about 30 digits by series whose terms do not cancel and by a continued fraction: slow, obvious, and
/// unlike the polynomials under test. Arguments and results must stay within 1e-280 .. 1e280 in magnitude (or be 0).
/// </summary>
internal static class ReferenceFunctions
{
    private static readonly DoubleDouble Ln2 = DoubleDouble.FromParts(0.6931471805599453, 2.3190468138462996e-17);
    private static readonly DoubleDouble HalfPi = DoubleDouble.FromParts(1.5707963267948966, 6.123233995736766e-17);
    private static readonly DoubleDouble InverseRootTwoPi = DoubleDouble.FromParts(0.3989422804014327, -2.49232720227773e-17);
    private static readonly DoubleDouble RootTwo = DoubleDouble.FromParts(1.4142135623730951, -9.667293313452913e-17);

    // What a pair of doubles leaves of pi/2; it matters when multiplied by n up to 2^45.
    private const double HalfPiRest = -1.4973849048591815e-33;

    internal static DoubleDouble Exp(DoubleDouble x)
    {
        int n = (int)Math.Round(x.High / Math.Log(2));
        return (SmallExpM1(x - (Ln2 * n)) + 1.0).Scale(n);
    }

    internal static DoubleDouble ExpM1(DoubleDouble x) => Math.Abs(x.High) < 0.5 ? SmallExpM1(x) : Exp(x) - 1.0;

    // Newton's step on exp(y) = x from a double-precision start doubles its digits.
    internal static DoubleDouble Log(DoubleDouble x)
    {
        int exponent = Math.ILogB(x.High);
        DoubleDouble m = x.Scale(-exponent);
        if (m.High > 1.5)
        {
            m = m.Scale(-1);
            exponent++;
        }

        return Log1P(m - 1.0) + (Ln2 * exponent);
    }

    // log(1 + x) = 2 artanh(s), s = x / (2 + x), for |x| <= 1/2; otherwise by Log.
    internal static DoubleDouble Log1P(DoubleDouble x)
    {
        if (Math.Abs(x.High) > 0.5)
            return Log(x + 1.0);
        DoubleDouble s = x / (x + 2.0);
        DoubleDouble square = s * s;
        DoubleDouble power = s;
        DoubleDouble sum = s;
        for (int k = 3; k < 100 && Math.Abs(power.High) > Math.Abs(s.High) * 1e-34; k += 2)
        {
            power *= square;
            sum += power / k;
        }

        return sum * 2.0;
    }

    internal static DoubleDouble Tanh(DoubleDouble x)
    {
        DoubleDouble t = ExpM1(x.Abs() * -2.0);
        DoubleDouble magnitude = -t / (t + 2.0);
        return x.High < 0 ? -magnitude : magnitude;
    }

    internal static DoubleDouble Sigmoid(DoubleDouble x)
    {
        DoubleDouble e = Exp(-x.Abs());
        return (x.High < 0 ? e : 1.0) / (e + 1.0);
    }

    internal static DoubleDouble Softplus(DoubleDouble x) => (x.High > 0 ? x : 0.0) + Log1P(Exp(-x.Abs()));

    internal static DoubleDouble Sin(double x) => SinCos(x, 0);

    internal static DoubleDouble Cos(double x) => SinCos(x, 1);

    internal static DoubleDouble NormalPdf(DoubleDouble x) => Exp(x * x * -0.5) * InverseRootTwoPi;

    /// <summary><c>Phi(x)</c>, relatively accurate in the lower tail.</summary>
    internal static DoubleDouble NormalCdf(DoubleDouble x)
    {
        // Phi(x) = 1/2 + phi(x) (x + x^3/3 + x^5/(3 5) + ...): all terms of one sign. Up to 5, 1/2 - ... loses 7 of 31 digits.
        if (x.Abs().High < 5)
            return NormalPdf(x) * CentralSeries(x) + 0.5;
        DoubleDouble tail = NormalPdf(x) / MillsDenominator(x.Abs());
        return x.High < 0 ? tail : (DoubleDouble)1.0 - tail;
    }

    internal static DoubleDouble Erf(DoubleDouble x)
    {
        DoubleDouble t = x * RootTwo;
        return x.Abs().High < 3.5 ? NormalPdf(t) * CentralSeries(t) * 2.0 : NormalCdf(t) * 2.0 - 1.0;
    }

    // Laplace's continued fraction: phi(t) / (1 - Phi(t)) = t + 1/(t + 2/(t + 3/(t + ...))); 150 terms give 30 digits from t = 5 on.
    private static DoubleDouble MillsDenominator(DoubleDouble t)
    {
        DoubleDouble denominator = t;
        for (int k = 150; k > 0; k--)
            denominator = t + ((DoubleDouble)k / denominator);
        return denominator;
    }

    private static DoubleDouble CentralSeries(DoubleDouble x)
    {
        DoubleDouble term = x;
        DoubleDouble sum = x;
        for (int k = 3; Math.Abs(term.High) > Math.Abs(sum.High) * 1e-34; k += 2)
        {
            term = term * x * x / k;
            sum += term;
        }

        return sum;
    }

    // The Taylor series for |x| <= 1/2.
    private static DoubleDouble SmallExpM1(DoubleDouble x)
    {
        DoubleDouble term = x;
        DoubleDouble sum = x;
        for (int k = 2; Math.Abs(term.High) > Math.Abs(sum.High) * 1e-34; k++)
        {
            term = term * x / k;
            sum += term;
        }

        return sum;
    }

    // sin(x + quarterTurns pi/2) by the Taylor series around the nearest multiple of pi/2.
    private static DoubleDouble SinCos(double x, long quarterTurns)
    {
        double n = Math.Round(x / (Math.PI / 2));
        DoubleDouble r = (DoubleDouble)x - (HalfPi.High * (DoubleDouble)n) - (HalfPi.Low * (DoubleDouble)n) - (HalfPiRest * n);
        long quadrant = ((long)n + quarterTurns) & 3;
        bool isSine = (quadrant & 1) == 0;
        DoubleDouble square = r * r;
        DoubleDouble term = isSine ? r : 1.0;
        DoubleDouble sum = term;
        for (int k = isSine ? 2 : 1; Math.Abs(term.High) > 1e-34 * Math.Abs(sum.High); k += 2)
        {
            term = -term * square / (k * (k + 1.0));
            sum += term;
        }

        return quadrant >= 2 ? -sum : sum;
    }
}
