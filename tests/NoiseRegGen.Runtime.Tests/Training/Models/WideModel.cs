using System;

namespace NoiseRegGen.Runtime.Tests.Training.Models;

/// <summary>
/// Not a network: an objective whose "gradient" of parameter i is the mean of x plus i and whose "loss" is the mean of the targets,
/// with more parameters than one range of the parallel reduction.
/// </summary>
internal sealed class WideModel : IMlp<WideModel, float>
{
    internal const int Count = 5000;

    private static readonly int[] Sizes = [1, 1];
    private static readonly Activation[] Kinds = [Activation.Identity];

    private readonly float[] _parameters = new float[Count];

    public static ReadOnlySpan<int> LayerSizes => Sizes;

    public static ReadOnlySpan<Activation> LayerActivations => Kinds;

    public Span<float> Parameters => _parameters;

    public static WideModel Create(ulong seed) => new();

    public static WideModel Create(ReadOnlySpan<float> parameters) => new();

    public static MlpWorkspace<float> CreateWorkspace() => new Workspace();

    public Span<float> Weights(int layer) => throw new NotSupportedException();

    public Span<float> Biases(int layer) => throw new NotSupportedException();

    public void Forward(ReadOnlySpan<float> x, Span<float> y) => throw new NotSupportedException();

    public void Forward(ReadOnlySpan<float> x, Span<float> y, MlpWorkspace<float> workspace) => throw new NotSupportedException();

    public float Loss(ReadOnlySpan<float> x, ReadOnlySpan<float> target, MlpWorkspace<float> workspace) => Mean(target);

    public float Gradient(ReadOnlySpan<float> x, ReadOnlySpan<float> target, Span<float> gradient, MlpWorkspace<float> workspace)
    {
        for (int i = 0; i < gradient.Length; i++)
            gradient[i] = Mean(x) + i;
        return Mean(target);
    }

    public void ParameterGradient(
        ReadOnlySpan<float> x, ReadOnlySpan<float> outputGradient, Span<float> gradient, MlpWorkspace<float> workspace) =>
        throw new NotSupportedException();

    public void InputGradient(
        ReadOnlySpan<float> x, ReadOnlySpan<float> outputGradient, Span<float> inputGradient, MlpWorkspace<float> workspace) =>
        throw new NotSupportedException();

    public void NoisyForward(ReadOnlySpan<float> x, Span<float> y, in WeightNoise noise, MlpWorkspace<float> workspace) =>
        throw new NotSupportedException();

    public float NoisyGradient(
        ReadOnlySpan<float> x, ReadOnlySpan<float> target, Span<float> gradient, in WeightNoise noise, MlpWorkspace<float> workspace) =>
        throw new NotSupportedException();

    public void SquaredGradientNorms(ReadOnlySpan<float> x, Span<float> norms, MlpWorkspace<float> workspace) =>
        throw new NotSupportedException();

    public void Laplacians(ReadOnlySpan<float> x, Span<float> laplacians, MlpWorkspace<float> workspace) =>
        throw new NotSupportedException();

    public PenalizedLoss<float> PenalizedGradient(
        ReadOnlySpan<float> x, ReadOnlySpan<float> target, Span<float> gradient, double eta, MlpWorkspace<float> workspace) =>
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

    private static float Mean(ReadOnlySpan<float> values)
    {
        float sum = 0;
        foreach (float value in values)
            sum += value;
        return sum / values.Length;
    }

    private sealed class Workspace() : MlpWorkspace<float>(1);
}
