using System;
using CompareRegularizers.Data;
using NoiseRegGen;

namespace CompareRegularizers.Experiments;

/// <summary>Noise-free figures of a trained network.</summary>
/// <typeparam name="TNet">The network.</typeparam>
internal sealed class Evaluation<TNet>(TNet network)
    where TNet : class, IMlp<TNet, float>
{
    private readonly MlpWorkspace<float> _workspace = TNet.CreateWorkspace();

    /// <summary>The root mean squared error on a part, in its own units.</summary>
    internal double Rmse(Part part)
    {
        var outputs = new float[part.Count];
        network.Forward(RepeatData.ToSingle(part.Inputs), outputs, _workspace);
        double squares = 0;
        for (int i = 0; i < outputs.Length; i++)
            squares += (outputs[i] - part.Targets[i]) * (outputs[i] - part.Targets[i]);
        return Math.Sqrt(squares / outputs.Length);
    }

    /// <summary>The mean over a part of <c>P = ||grad_W yhat||^2</c>.</summary>
    internal double MeanPenalty(Part part)
    {
        var norms = new float[part.Count];
        network.SquaredGradientNorms(RepeatData.ToSingle(part.Inputs), norms, _workspace);
        double sum = 0;
        foreach (float norm in norms)
            sum += norm;
        return sum / norms.Length;
    }
}
