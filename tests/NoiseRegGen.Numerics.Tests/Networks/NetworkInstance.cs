using System;
using System.Numerics;
using NoiseRegGen.Analysis;

namespace NoiseRegGen.Numerics.Tests.Networks;

/// <inheritdoc cref="INetworkInstance"/>
internal sealed class NetworkInstance<TSelf, T>(TSelf network) : INetworkInstance
    where TSelf : class, IMlp<TSelf, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly MlpWorkspace<T> _workspace = TSelf.CreateWorkspace();

    private static int InputSize => TSelf.LayerSizes[0];

    private static int OutputSize => TSelf.LayerSizes[^1];

    public double[] Parameters
    {
        get => Widen(network.Parameters);
        set => Narrow(value).CopyTo(network.Parameters);
    }

    public double[] Forward(double[] x)
    {
        T[] y = Outputs(x);
        network.Forward(Narrow(x), y);
        return Widen(y);
    }

    public double[] ForwardInWorkspace(double[] x)
    {
        T[] y = Outputs(x);
        network.Forward(Narrow(x), y, _workspace);
        return Widen(y);
    }

    public double Loss(double[] x, double[] target) => double.CreateChecked(network.Loss(Narrow(x), Narrow(target), _workspace));

    public (double Loss, double[] Gradient) Gradient(double[] x, double[] target)
    {
        T[] gradient = Unset(network.Parameters.Length);
        T loss = network.Gradient(Narrow(x), Narrow(target), gradient, _workspace);
        return (double.CreateChecked(loss), Widen(gradient));
    }

    public double[] ParameterGradient(double[] x, double[] outputGradient)
    {
        T[] gradient = Unset(network.Parameters.Length);
        network.ParameterGradient(Narrow(x), Narrow(outputGradient), gradient, _workspace);
        return Widen(gradient);
    }

    public double[] InputGradient(double[] x, double[] outputGradient)
    {
        T[] gradient = Unset(x.Length);
        network.InputGradient(Narrow(x), Narrow(outputGradient), gradient, _workspace);
        return Widen(gradient);
    }

    public double[] NoisyForward(double[] x, WeightNoise noise)
    {
        T[] y = Outputs(x);
        network.NoisyForward(Narrow(x), y, noise, _workspace);
        return Widen(y);
    }

    public (double Loss, double[] Gradient) NoisyGradient(double[] x, double[] target, WeightNoise noise)
    {
        T[] gradient = Unset(network.Parameters.Length);
        T loss = network.NoisyGradient(Narrow(x), Narrow(target), gradient, noise, _workspace);
        return (double.CreateChecked(loss), Widen(gradient));
    }

    public double[] SquaredGradientNorms(double[] x)
    {
        T[] norms = Unset(x.Length / InputSize);
        network.SquaredGradientNorms(Narrow(x), norms, _workspace);
        return Widen(norms);
    }

    public double[] Laplacians(double[] x)
    {
        T[] laplacians = Outputs(x);
        network.Laplacians(Narrow(x), laplacians, _workspace);
        return Widen(laplacians);
    }

    public (PenalizedLoss<double> Loss, double[] Gradient) PenalizedGradient(double[] x, double[] target, double eta)
    {
        T[] gradient = Unset(network.Parameters.Length);
        return (Widen(network.PenalizedGradient(Narrow(x), Narrow(target), gradient, eta, _workspace)), Widen(gradient));
    }

    public (PenalizedLoss<double> Loss, double[] Gradient) PenalizedGradient(double[] x, double[] target, double eta, RandomProbe projection)
    {
        T[] gradient = Unset(network.Parameters.Length);
        return (Widen(network.PenalizedGradient(Narrow(x), Narrow(target), gradient, eta, projection, _workspace)), Widen(gradient));
    }

    public (CorrectedLoss<double> Loss, double[] Gradient) CorrectedGradient(double[] x, double[] target, double eta, RandomProbe? probe)
    {
        T[] gradient = Unset(network.Parameters.Length);
        CorrectedLoss<T> loss = probe is { } signs
            ? network.CorrectedGradient(Narrow(x), Narrow(target), gradient, eta, signs, _workspace)
            : network.CorrectedGradient(Narrow(x), Narrow(target), gradient, eta, _workspace);
        return (new(double.CreateChecked(loss.Loss), double.CreateChecked(loss.ShiftedLoss), double.CreateChecked(loss.Penalty), double.CreateChecked(loss.Total)), Widen(gradient));
    }

    public NoiseExpansion<double> ExpandNoise(double[] x, double[] target) =>
        Widen(network.ExpandNoise(Narrow(x), Narrow(target), _workspace));

    public NoiseExpansion<double> ExpandNoise(double[] x, double[] target, RandomProbe probe) =>
        Widen(network.ExpandNoise(Narrow(x), Narrow(target), probe, _workspace));

    public double[] Laplacians(double[] x, RandomProbe probe)
    {
        T[] laplacians = Outputs(x);
        network.Laplacians(Narrow(x), laplacians, probe, _workspace);
        return Widen(laplacians);
    }

    public NoisyOutput[] Moments(double[] x, double eta)
    {
        var moments = new NoisyOutput[x.Length / InputSize * OutputSize];
        OneHiddenLayer.Moments<TSelf, T>(network, Narrow(x), eta, moments);
        return moments;
    }

    public NoisyOutput[] EstimateMoments(double[] x, WeightNoise noise, int pairs)
    {
        var moments = new NoisyOutput[x.Length / InputSize * OutputSize];
        new NoisyOutputEstimator<TSelf, T>(network).Estimate(Narrow(x), noise, pairs, moments);
        return moments;
    }

    private static T[] Outputs(double[] x) => Unset(x.Length / InputSize * OutputSize);

    private static T[] Unset(int length)
    {
        var values = new T[length];
        Array.Fill(values, T.NaN);
        return values;
    }

    private static PenalizedLoss<double> Widen(PenalizedLoss<T> loss) =>
        new(double.CreateChecked(loss.Loss), double.CreateChecked(loss.Penalty), double.CreateChecked(loss.Total));

    private static NoiseExpansion<double> Widen(NoiseExpansion<T> expansion) =>
        new(double.CreateChecked(expansion.Loss), double.CreateChecked(expansion.Penalty), double.CreateChecked(expansion.ResidualLaplacian));

    private static T[] Narrow(double[] values) => Array.ConvertAll(values, T.CreateChecked);

    private static double[] Widen(ReadOnlySpan<T> values)
    {
        var wide = new double[values.Length];
        for (int i = 0; i < wide.Length; i++)
            wide[i] = double.CreateChecked(values[i]);
        return wide;
    }
}
