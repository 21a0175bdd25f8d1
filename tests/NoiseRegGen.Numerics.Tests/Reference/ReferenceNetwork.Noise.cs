using System;
using System.Linq;

namespace NoiseRegGen.Numerics.Tests.Reference;

internal sealed partial class ReferenceNetwork<T>
{
    /// <summary>The outputs of one example with <c>sqrt(eta) noise</c> really added to every parameter.</summary>
    public double[] PerturbedForward(double[] x, double[] noise, double eta) => Perturbed(noise, eta).Forward(x);

    /// <summary>Squared error and its gradient for one example with every parameter perturbed and the noise held.</summary>
    public (double Loss, double[] Gradient) PerturbedGradient(double[] x, double[] target, double[] noise, double eta)
    {
        ReferenceNetwork<T> perturbed = Perturbed(noise, eta);
        return (perturbed.Loss(x, target), perturbed.Gradient(x, target));
    }

    /// <summary>The outputs of one example with noise <paramref name="xi"/> (one number per unit) in the pre-activations.</summary>
    public double[] ReparameterizedForward(double[] x, double[] xi, double eta, LayerScale[]? scales = null) =>
        Values(Definitions.ReparameterizedForward(shape, _w, Definitions.Constants<T>(x), xi, eta, scales));

    /// <summary>Squared error of one example and its gradient with <paramref name="xi"/> held: one forward derivative per parameter.</summary>
    public (double Loss, double[] Gradient) ReparameterizedGradient(double[] x, double[] target, double[] xi, double eta, LayerScale[]? scales = null)
    {
        Dual<T>[] w = Array.ConvertAll(_w, value => new Dual<T>(value, T.Constant(0)));
        Dual<T>[] row = Definitions.Constants<Dual<T>>(x);
        var gradient = new double[w.Length];
        var loss = Dual<T>.Constant(0);
        for (int i = 0; i < w.Length; i++)
        {
            w[i] = w[i] with { Tangent = T.Constant(1) };
            Dual<T>[] y = Definitions.ReparameterizedForward(shape, w, row, xi, eta, scales);
            loss = Definitions.SquaredError(y, target);
            gradient[i] = loss.Tangent.Value;
            w[i] = w[i] with { Tangent = T.Constant(0) };
        }

        return (loss.Value, gradient);
    }

    private ReferenceNetwork<T> Perturbed(double[] noise, double eta) =>
        new(shape, parameters.Zip(noise, (w, n) => w + (Math.Sqrt(eta) * n)).ToArray());
}
