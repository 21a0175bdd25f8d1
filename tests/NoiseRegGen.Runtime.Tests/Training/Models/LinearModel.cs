using System;
using System.Collections.Generic;

namespace NoiseRegGen.Runtime.Tests.Training.Models;

/// <summary>
/// <c>yhat = W x + b</c> with 3 inputs and 2 outputs, slow and obvious. Each output's gradient norm is <c>||x||^2 + 1</c> whatever
/// the parameters, so the gradient penalty is a constant.
/// </summary>
internal sealed class LinearModel : IMlp<LinearModel, double>
{
    internal const int Inputs = 3, Outputs = 2;

    private static readonly int[] Sizes = [Inputs, Outputs];
    private static readonly Activation[] Kinds = [Activation.Identity];

    private readonly double[] _parameters;

    private LinearModel(double[] parameters) => _parameters = parameters;

    public static ReadOnlySpan<int> LayerSizes => Sizes;

    public static ReadOnlySpan<Activation> LayerActivations => Kinds;

    public Span<double> Parameters => _parameters;

    /// <summary>Where set, the noise of each call is added to it.</summary>
    internal List<WeightNoise>? SeenNoise { get; set; }

    /// <summary>Where set, the inputs of each call are added to it.</summary>
    internal List<double[]>? SeenInputs { get; set; }

    public static LinearModel Create(ulong seed)
    {
        double[] parameters = new double[(Inputs + 1) * Outputs];
        for (int i = 0; i < Inputs * Outputs; i++)
            parameters[i] = TestNoise.Normal(seed, 0, 0, i);
        return new LinearModel(parameters);
    }

    public static LinearModel Create(ReadOnlySpan<double> parameters) => new(parameters.ToArray());

    public static MlpWorkspace<double> CreateWorkspace() => new Workspace();

    public Span<double> Weights(int layer) => _parameters.AsSpan(0, Inputs * Outputs);

    public Span<double> Biases(int layer) => _parameters.AsSpan(Inputs * Outputs);

    public void Forward(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
            y[i] = Output(x.Slice(i / Outputs * Inputs, Inputs), i % Outputs);
    }

    public void Forward(ReadOnlySpan<double> x, Span<double> y, MlpWorkspace<double> workspace) => Forward(x, y);

    public double Loss(ReadOnlySpan<double> x, ReadOnlySpan<double> target, MlpWorkspace<double> workspace)
    {
        Span<double> unused = stackalloc double[_parameters.Length];
        return Gradient(x, target, unused, workspace);
    }

    public double Gradient(ReadOnlySpan<double> x, ReadOnlySpan<double> target, Span<double> gradient, MlpWorkspace<double> workspace)
    {
        SeenInputs?.Add(x.ToArray());
        return NoisySweep(x, target, gradient, new WeightNoise { Eta = 0, Seed = 0, Step = 0 });
    }

    public double NoisyGradient(
        ReadOnlySpan<double> x, ReadOnlySpan<double> target, Span<double> gradient, in WeightNoise noise, MlpWorkspace<double> workspace)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(noise.FirstExample, uint.MaxValue, nameof(noise));
        SeenNoise?.Add(noise);
        return NoisySweep(x, target, gradient, noise);
    }

    public PenalizedLoss<double> PenalizedGradient(
        ReadOnlySpan<double> x, ReadOnlySpan<double> target, Span<double> gradient, double eta, MlpWorkspace<double> workspace)
    {
        double loss = Gradient(x, target, gradient, workspace), penalty = 0;
        int batch = x.Length / Inputs;
        for (int n = 0; n < batch; n++)
            penalty += Outputs * SquaredLength(x.Slice(n * Inputs, Inputs)) / batch;
        return new PenalizedLoss<double>(loss, penalty, loss + (eta * penalty));
    }

    public void ParameterGradient(
        ReadOnlySpan<double> x, ReadOnlySpan<double> outputGradient, Span<double> gradient, MlpWorkspace<double> workspace) =>
        throw new NotSupportedException();

    public void InputGradient(
        ReadOnlySpan<double> x, ReadOnlySpan<double> outputGradient, Span<double> inputGradient, MlpWorkspace<double> workspace) =>
        throw new NotSupportedException();

    public void NoisyForward(ReadOnlySpan<double> x, Span<double> y, in WeightNoise noise, MlpWorkspace<double> workspace) =>
        throw new NotSupportedException();

    public void SquaredGradientNorms(ReadOnlySpan<double> x, Span<double> norms, MlpWorkspace<double> workspace) =>
        throw new NotSupportedException();

    public void Laplacians(ReadOnlySpan<double> x, Span<double> laplacians, MlpWorkspace<double> workspace) =>
        throw new NotSupportedException();

    public static LaplacianMethod LaplacianMethod => LaplacianMethod.Exact;

    public void Laplacians(ReadOnlySpan<double> x, Span<double> laplacians, in RandomProbe probe, MlpWorkspace<double> workspace) =>
        throw new NotSupportedException();

    public NoiseExpansion<double> ExpandNoise(ReadOnlySpan<double> x, ReadOnlySpan<double> target, in RandomProbe probe, MlpWorkspace<double> workspace) =>
        throw new NotSupportedException();

    public PenalizedLoss<double> PenalizedGradient(
        ReadOnlySpan<double> x, ReadOnlySpan<double> target, Span<double> gradient, double eta, in RandomProbe projection, MlpWorkspace<double> workspace) =>
        PenalizedGradient(x, target, gradient, eta, workspace);

    public CorrectedLoss<double> CorrectedGradient(
        ReadOnlySpan<double> x, ReadOnlySpan<double> target, Span<double> gradient, double eta, MlpWorkspace<double> workspace) =>
        throw new NotSupportedException();

    public CorrectedLoss<double> CorrectedGradient(
        ReadOnlySpan<double> x, ReadOnlySpan<double> target, Span<double> gradient, double eta, in RandomProbe probe, MlpWorkspace<double> workspace) =>
        throw new NotSupportedException();

    public NoiseExpansion<double> ExpandNoise(ReadOnlySpan<double> x, ReadOnlySpan<double> target, MlpWorkspace<double> workspace) =>
        throw new NotSupportedException();

    /// <summary><c>z = W x + b + sqrt(eta (||x||^2 + 1)) xi</c>; the noise does not depend on the parameters.</summary>
    private double NoisySweep(ReadOnlySpan<double> x, ReadOnlySpan<double> target, Span<double> gradient, WeightNoise noise)
    {
        int batch = x.Length / Inputs;
        double loss = 0;
        gradient.Clear();
        for (int n = 0; n < batch; n++)
        {
            ReadOnlySpan<double> row = x.Slice(n * Inputs, Inputs);
            double rho = Math.Sqrt(noise.Eta * SquaredLength(row));
            for (int k = 0; k < Outputs; k++)
            {
                double xi = TestNoise.Normal(noise.Seed, noise.Step, noise.FirstExample + n, k);
                double r = Output(row, k) + (rho * xi) - target[(n * Outputs) + k];
                loss += r * r / batch;
                for (int i = 0; i < Inputs; i++)
                    gradient[(k * Inputs) + i] += 2 * r * row[i] / batch;
                gradient[(Inputs * Outputs) + k] += 2 * r / batch;
            }
        }
        return loss;
    }

    private double Output(ReadOnlySpan<double> row, int k)
    {
        double sum = _parameters[(Inputs * Outputs) + k];
        for (int i = 0; i < Inputs; i++)
            sum += _parameters[(k * Inputs) + i] * row[i];
        return sum;
    }

    private static double SquaredLength(ReadOnlySpan<double> row)
    {
        double sum = 1;
        foreach (double value in row)
            sum += value * value;
        return sum;
    }

    private sealed class Workspace() : MlpWorkspace<double>(1);
}
