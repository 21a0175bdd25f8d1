using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;

namespace NoiseRegGen.Numerics.Tests.Noise;

/// <summary>
/// Finds the random numbers behind a network's noise from its outputs alone: the noise of one presentation does not depend on the
/// parameters or the input, so the outputs under many random ones are that many equations for the same few unknowns.
/// </summary>
internal sealed class RevealedNoise
{
    // More equations than unknowns: a wrong noise model leaves a residual.
    private const double EquationsPerUnknown = 1.5;
    private const double Step = 1e-4;

    // Newton's iteration converges in some five steps; what follows a step this small is rounding.
    private const int Iterations = 12;
    private const double Converged = 1e-8;

    private readonly TestNetwork _network;
    private readonly WeightNoise _noise;
    private readonly (double[] W, double[] X, double[] Y)[] _answers;

    /// <param name="network">The network; its outputs should not saturate, or the equations say little.</param>
    /// <param name="noise">The noise of the presentation in question.</param>
    public RevealedNoise(TestNetwork network, WeightNoise noise)
    {
        (_network, _noise) = (network, noise);
        NetworkShape shape = network.Shape;
        int unknowns = noise.Sampling == NoiseSampling.LocalReparameterization ? shape.UnitCount : shape.ParameterCount;
        int answers = (int)Math.Ceiling(EquationsPerUnknown * unknowns / shape.OutputSize);
        _answers = Enumerable.Range(0, answers).Select(Ask).ToArray();
        Numbers = new double[unknowns];
        double step = double.PositiveInfinity;
        for (int iteration = 0; iteration < Iterations && step > Converged; iteration++)
            step = Improve();
    }

    /// <summary>Standard normal numbers: one per unit for the local reparameterisation, else one per parameter.</summary>
    public double[] Numbers { get; private set; }

    /// <summary>The largest difference between an output of the network and the reference's with <see cref="Numbers"/>.</summary>
    public double Residual => Residuals(Numbers).Max(Math.Abs);

    /// <summary>The reference's noisy output, with these numbers or their negatives, at any strength of the noise.</summary>
    public double[] Output(double[] w, double[] x, double[] numbers, double eta)
    {
        var reference = new ReferenceNetwork<Exact>(_network.Shape, w);
        return _noise.Sampling == NoiseSampling.LocalReparameterization
            ? reference.ReparameterizedForward(x, numbers, eta)
            : reference.PerturbedForward(x, numbers, eta);
    }

    private (double[] W, double[] X, double[] Y) Ask(int question)
    {
        double[] w = TestData.Parameters(_network.Shape, 1000 + question);
        double[] x = TestData.Normals(_network.Shape.InputSize, 2000 + question);
        return (w, x, _network.Create(w).NoisyForward(x, _noise));
    }

    // One Gauss-Newton step with a Jacobian of central differences; returns the largest correction.
    private double Improve()
    {
        double[] numbers = (double[])Numbers.Clone();
        double[] residuals = Residuals(numbers);
        var jacobian = Matrix<double>.Build.Dense(residuals.Length, numbers.Length);
        for (int i = 0; i < numbers.Length; i++)
        {
            double saved = numbers[i];
            numbers[i] = saved + Step;
            double[] above = Residuals(numbers);
            numbers[i] = saved - Step;
            double[] below = Residuals(numbers);
            numbers[i] = saved;
            jacobian.SetColumn(i, above.Zip(below, (a, b) => (a - b) / (2 * Step)).ToArray());
        }

        Vector<double> correction = jacobian.QR().Solve(Vector<double>.Build.DenseOfArray(residuals));
        Numbers = numbers.Select((number, i) => number - correction[i]).ToArray();
        return correction.AbsoluteMaximum();
    }

    private double[] Residuals(double[] numbers) =>
        _answers.SelectMany(answer => Output(answer.W, answer.X, numbers, _noise.Eta).Zip(answer.Y, (model, y) => model - y)).ToArray();
}
