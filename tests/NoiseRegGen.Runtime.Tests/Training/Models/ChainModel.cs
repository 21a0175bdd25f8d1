using System;

namespace NoiseRegGen.Runtime.Tests.Training.Models;

/// <summary>
/// <c>yhat = w2 h + b2</c>, <c>h = w1 x + b1</c>: the smallest network whose penalty depends on its parameters,
/// <c>P = w2^2 (x^2 + 1) + h^2 + 1</c>, all derivatives by hand.
/// </summary>
internal sealed class ChainModel : IMlp<ChainModel, float>
{
    private static readonly int[] Sizes = [1, 1, 1];
    private static readonly Activation[] Kinds = [Activation.Identity, Activation.Identity];

    private readonly float[] _parameters;

    private ChainModel(float[] parameters) => _parameters = parameters;

    public static ReadOnlySpan<int> LayerSizes => Sizes;

    public static ReadOnlySpan<Activation> LayerActivations => Kinds;

    /// <summary>w1, b1, w2, b2.</summary>
    public Span<float> Parameters => _parameters;

    public static ChainModel Create(ulong seed) =>
        new([(float)TestNoise.Normal(seed, 0, 0, 0), 0, (float)TestNoise.Normal(seed, 0, 0, 1), 0]);

    public static ChainModel Create(ReadOnlySpan<float> parameters) => new(parameters.ToArray());

    public static MlpWorkspace<float> CreateWorkspace() => new Workspace();

    public Span<float> Weights(int layer) => _parameters.AsSpan(2 * layer, 1);

    public Span<float> Biases(int layer) => _parameters.AsSpan((2 * layer) + 1, 1);

    public void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int n = 0; n < x.Length; n++)
            y[n] = (_parameters[2] * ((_parameters[0] * x[n]) + _parameters[1])) + _parameters[3];
    }

    public void Forward(ReadOnlySpan<float> x, Span<float> y, MlpWorkspace<float> workspace) => Forward(x, y);

    public float Loss(ReadOnlySpan<float> x, ReadOnlySpan<float> target, MlpWorkspace<float> workspace)
    {
        Span<float> unused = stackalloc float[4];
        return Gradient(x, target, unused, workspace);
    }

    public float Gradient(ReadOnlySpan<float> x, ReadOnlySpan<float> target, Span<float> gradient, MlpWorkspace<float> workspace) =>
        PenalizedGradient(x, target, gradient, 0, workspace).Loss;

    public PenalizedLoss<float> PenalizedGradient(
        ReadOnlySpan<float> x, ReadOnlySpan<float> target, Span<float> gradient, double eta, MlpWorkspace<float> workspace)
    {
        (double w1, double b1, double w2, double b2) = (_parameters[0], _parameters[1], _parameters[2], _parameters[3]);
        Sums sums = default;
        double loss = 0, penalty = 0;
        for (int n = 0; n < x.Length; n++)
        {
            double h = (w1 * x[n]) + b1, r = (w2 * h) + b2 - target[n], s = (x[n] * x[n]) + 1.0;
            loss += r * r;
            penalty += (w2 * w2 * s) + (h * h) + 1;
            double dh = (2 * r * w2) + (eta * 2 * h);
            sums.Add(dh * x[n], dh, (2 * r * h) + (eta * 2 * w2 * s), 2 * r);
        }
        sums.WriteMean(gradient, x.Length);
        loss /= x.Length;
        penalty /= x.Length;
        return new PenalizedLoss<float>((float)loss, (float)penalty, (float)(loss + (eta * penalty)));
    }

    public float NoisyGradient(
        ReadOnlySpan<float> x, ReadOnlySpan<float> target, Span<float> gradient, in WeightNoise noise, MlpWorkspace<float> workspace)
    {
        Sums sums = default;
        double loss = 0;
        int signs = noise.Antithetic ? 2 : 1;
        for (int n = 0; n < x.Length; n++)
        {
            double xi1 = TestNoise.Normal(noise.Seed, noise.Step, noise.FirstExample + n, 0);
            double xi2 = TestNoise.Normal(noise.Seed, noise.Step, noise.FirstExample + n, 1);
            for (int sign = 1; sign > 1 - (2 * signs); sign -= 2)
                loss += NoisyExample(x[n], target[n], noise.Eta, sign * xi1, sign * xi2, ref sums);
        }
        sums.WriteMean(gradient, x.Length * signs);
        return (float)(loss / (x.Length * signs));
    }

    public void ParameterGradient(
        ReadOnlySpan<float> x, ReadOnlySpan<float> outputGradient, Span<float> gradient, MlpWorkspace<float> workspace) =>
        throw new NotSupportedException();

    public void InputGradient(
        ReadOnlySpan<float> x, ReadOnlySpan<float> outputGradient, Span<float> inputGradient, MlpWorkspace<float> workspace) =>
        throw new NotSupportedException();

    public void NoisyForward(ReadOnlySpan<float> x, Span<float> y, in WeightNoise noise, MlpWorkspace<float> workspace) =>
        throw new NotSupportedException();

    public void SquaredGradientNorms(ReadOnlySpan<float> x, Span<float> norms, MlpWorkspace<float> workspace) =>
        throw new NotSupportedException();

    public void Laplacians(ReadOnlySpan<float> x, Span<float> laplacians, MlpWorkspace<float> workspace) =>
        throw new NotSupportedException();

    public static LaplacianMethod LaplacianMethod => LaplacianMethod.Exact;

    public void Laplacians(ReadOnlySpan<float> x, Span<float> laplacians, in RandomProbe probe, MlpWorkspace<float> workspace) =>
        throw new NotSupportedException();

    public NoiseExpansion<float> ExpandNoise(ReadOnlySpan<float> x, ReadOnlySpan<float> target, in RandomProbe probe, MlpWorkspace<float> workspace) =>
        throw new NotSupportedException();

    public PenalizedLoss<float> PenalizedGradient(
        ReadOnlySpan<float> x, ReadOnlySpan<float> target, Span<float> gradient, double eta, in RandomProbe projection, MlpWorkspace<float> workspace) =>
        PenalizedGradient(x, target, gradient, eta, workspace);

    public CorrectedLoss<float> CorrectedGradient(
        ReadOnlySpan<float> x, ReadOnlySpan<float> target, Span<float> gradient, double eta, MlpWorkspace<float> workspace) =>
        throw new NotSupportedException();

    public CorrectedLoss<float> CorrectedGradient(
        ReadOnlySpan<float> x, ReadOnlySpan<float> target, Span<float> gradient, double eta, in RandomProbe probe, MlpWorkspace<float> workspace) =>
        throw new NotSupportedException();

    public NoiseExpansion<float> ExpandNoise(ReadOnlySpan<float> x, ReadOnlySpan<float> target, MlpWorkspace<float> workspace) =>
        throw new NotSupportedException();

    /// <summary>Local reparameterisation: <c>z = mean + sqrt(eta (||h||^2 + 1)) xi</c> in both layers; rho2 depends on h.</summary>
    private double NoisyExample(double x, double y, double eta, double xi1, double xi2, ref Sums sums)
    {
        double w2 = _parameters[2];
        double h = (_parameters[0] * x) + _parameters[1] + (Math.Sqrt(eta * ((x * x) + 1)) * xi1);
        double s2 = (h * h) + 1;
        double r = (w2 * h) + _parameters[3] + (Math.Sqrt(eta * s2) * xi2) - y;
        double dh = 2 * r * (w2 + (Math.Sqrt(eta / s2) * xi2 * h));
        sums.Add(dh * x, dh, 2 * r * h, 2 * r);
        return r * r;
    }

    private struct Sums
    {
        private double _w1, _b1, _w2, _b2;

        internal void Add(double w1, double b1, double w2, double b2)
        {
            _w1 += w1;
            _b1 += b1;
            _w2 += w2;
            _b2 += b2;
        }

        internal readonly void WriteMean(Span<float> gradient, int count)
        {
            gradient[0] = (float)(_w1 / count);
            gradient[1] = (float)(_b1 / count);
            gradient[2] = (float)(_w2 / count);
            gradient[3] = (float)(_b2 / count);
        }
    }

    private sealed class Workspace() : MlpWorkspace<float>(1);
}
