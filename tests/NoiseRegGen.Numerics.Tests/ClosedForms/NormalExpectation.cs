using System;
using MathNet.Numerics.Integration;

namespace NoiseRegGen.Numerics.Tests.ClosedForms;

/// <summary>Expectations under the standard normal distribution.</summary>
internal static class NormalExpectation
{
    // Panels of the real line beyond which the density is below 1e-31.
    private const double Range = 12;
    private const int Panels = 48;

    /// <summary>
    /// <c>E f(xi)</c> by Gauss-Legendre quadrature of <c>f</c> times the density in panels, which unlike Gauss-Hermite does not mind
    /// a jump in a derivative of <c>f</c> when <paramref name="kink"/> is an end of a panel.
    /// </summary>
    public static double Of(Func<double, double> f, double kink = 0)
    {
        double sum = 0;
        double width = 2 * Range / Panels;
        for (int panel = 0; panel < Panels; panel++)
        {
            double left = -Range + (panel * width), right = left + width;
            if (kink > left && kink < right)
                sum += Integrate(f, left, kink) + Integrate(f, kink, right);
            else
                sum += Integrate(f, left, right);
        }

        return sum;
    }

    private static double Integrate(Func<double, double> f, double left, double right) =>
        GaussLegendreRule.Integrate(t => f(t) * Math.Exp(-t * t / 2) / Math.Sqrt(2 * Math.PI), left, right, 16);
}
