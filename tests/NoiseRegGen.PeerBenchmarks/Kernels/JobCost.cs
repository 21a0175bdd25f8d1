using System;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Networks;

namespace NoiseRegGen.PeerBenchmarks.Kernels;

/// <summary>The least work of a job: what its bound is made of.</summary>
/// <param name="Flops">Floating-point operations of the matrix products, two per multiply-add.</param>
/// <param name="Activations">Evaluations of the hidden activation.</param>
/// <param name="Order">The highest derivative that is evaluated with it.</param>
/// <param name="Normals">Standard normals drawn.</param>
/// <param name="WeightsMoved">Weights read and derivatives of weights written, for a batch of one, which uses each only once; else 0.</param>
internal readonly record struct JobCost(double Flops, double Activations, int Order, double Normals, double WeightsMoved)
{
    /// <remarks>
    /// With <c>F_l = n_l n_{l-1}</c>, K outputs and a linear output layer: forward <c>sum F_l</c>; backward as much for the weights and
    /// <c>F_l</c> for each layer above the first; passes 2 and 3 of the penalty and its second outer product <c>K F_l</c> each for the
    /// layers between the first and the last (the last layer's delta is a unit vector), and <c>F_L</c> for the last one's gradient.
    /// The expansion adds one product upwards and one with the squared weights, unless the network is piecewise linear.
    /// </remarks>
    internal static JobCost Of(JobKind job, NetworkCase network, int batch)
    {
        double all = 0, aboveFirst = 0, between = 0, second = 0, last = 0, units = 0, hidden = 0;
        for (int layer = 1; layer <= network.LayerCount; layer++)
        {
            double product = (double)network.LayerSizes[layer] * network.LayerSizes[layer - 1];
            bool top = layer == network.LayerCount;
            all += product;
            aboveFirst += layer > 1 ? product : 0;
            between += layer > 1 && !top ? product : 0;
            second += layer == 2 && !top ? product : 0;
            last = product;
            units += network.LayerSizes[layer];
            hidden += top ? 0 : network.LayerSizes[layer];
        }

        int outputs = network.Outputs;
        bool curved = network.Hidden != Activation.Relu;
        (double products, int order) = job switch
        {
            JobKind.Forward or JobKind.Frozen => (all, 0),
            JobKind.Plain or JobKind.LocalNoise or JobKind.PerBatchNoise => (all + all + aboveFirst, 1),
            JobKind.GradientNorms => (all + (outputs * between), 1),
            JobKind.Penalized => (all + (3 * outputs * between) + last + all + aboveFirst, 2),
            JobKind.Expansion => (all + (outputs * between) + (curved ? aboveFirst + second : 0), 2),
            _ => throw new ArgumentOutOfRangeException(nameof(job), job, "No matrix products bound this job."),
        };
        double normals = job switch
        {
            JobKind.LocalNoise => units * batch,
            JobKind.PerBatchNoise => network.Parameters.Length,
            _ => 0,
        };
        double moved = job switch
        {
            JobKind.Forward or JobKind.Frozen => all,
            JobKind.Plain or JobKind.LocalNoise => all + aboveFirst + all,
            JobKind.GradientNorms => all + between + last,
            _ => 0,
        };
        return new JobCost(2 * products * batch, hidden * batch, order, normals, batch == 1 ? moved : 0);
    }
}
