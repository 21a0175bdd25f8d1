using System;
using System.IO;
using System.Text.Json;
using NoiseRegGen.Numerics.Tests.Reference;

namespace NoiseRegGen.Numerics.Tests.Oracle;

/// <summary>Values of one network from another system's automatic differentiation, in double precision.</summary>
/// <param name="Layers">The number of inputs, then of each layer's units.</param>
/// <param name="Activations">One activation per layer.</param>
/// <param name="Batch">The number of examples.</param>
/// <param name="Parameters">In the order of the contract; exact in float, as are <paramref name="X"/> and <paramref name="Target"/>.</param>
/// <param name="X">batch x inputs.</param>
/// <param name="Target">batch x outputs.</param>
/// <param name="Output">batch x outputs.</param>
/// <param name="Loss">J.</param>
/// <param name="Gradient">dJ/dparameters.</param>
/// <param name="InputGradient">dJ/dx, batch x inputs.</param>
/// <param name="SquaredGradientNorms">P of each example.</param>
/// <param name="Penalty">The mean of P.</param>
/// <param name="PenaltyGradient">The gradient of the mean of P.</param>
/// <param name="Laplacian">T, batch x outputs.</param>
/// <param name="ResidualLaplacian">The mean over examples of <c>sum_k (yhat_k - y_k) T_k</c>.</param>
/// <param name="NoisyLoss">A Monte Carlo estimate of the perturbed loss.</param>
internal sealed record OracleCase(
    int[] Layers,
    string[] Activations,
    int Batch,
    double[] Parameters,
    double[] X,
    double[] Target,
    double[] Output,
    double Loss,
    double[] Gradient,
    double[] InputGradient,
    double[] SquaredGradientNorms,
    double Penalty,
    double[] PenaltyGradient,
    double[] Laplacian,
    double ResidualLaplacian,
    NoisyLossEstimate NoisyLoss)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public NetworkShape Shape => new(Layers, Array.ConvertAll(Activations, Enum.Parse<Activation>));

    /// <summary><c>2 (yhat - y) / batch</c>, the loss's derivative with respect to the outputs.</summary>
    public double[] OutputGradient
    {
        get
        {
            var gradient = new double[Output.Length];
            for (int i = 0; i < gradient.Length; i++)
                gradient[i] = 2 * (Output[i] - Target[i]) / Batch;
            return gradient;
        }
    }

    public static OracleCase Parse(Stream json) =>
        JsonSerializer.Deserialize<OracleCase>(json, Options) ?? throw new InvalidDataException("An empty oracle file.");
}
