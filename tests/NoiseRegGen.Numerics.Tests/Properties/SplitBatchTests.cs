using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Properties;

/// <summary>
/// A batch may be handed over in pieces: results of single examples, noise included, are the same bit for bit, and sums over the
/// batch are the same up to the rounding of their additions.
/// </summary>
public class SplitBatchTests
{
    private static readonly string[] Networks =
    [
        "Shapes.RaggedSingle", "Shapes.RaggedDouble", "Shapes.WideHiddenSingle", "Shapes.EightLayersSingle", "Shapes.EightLayersDouble", "Shapes.NarrowSingle",
        "Shapes.LinearDouble", "OracleNetworks.MixedSingle", "OracleNetworks.MixedDouble", "Activated.ReluSingle", "Activated.EluDouble", "GlobalNetwork", "Middle.Inner", "Shapes.TwoHiddenSingle", "Shapes.TwoHiddenDouble",
        "Shapes.LargeSingle", "Shapes.WideInputSingle", "Shapes.BeyondStackDouble", "Shapes.CrowdedRowsSingle", "Shapes.CrowdedRowsDouble", "Shapes.PackedColumnsSingle",
    ];

    private static readonly Gen<Split> Splits =
        from name in Gen.OneOf(Networks)
        from batch in Gen.Int[2, 160]
        from cuts in Gen.Int[1, batch - 1].Array[1, 4]
        from seed in Gen.Int[0, 1000]
        from sampling in Gen.Enum<NoiseSampling>()
        from antithetic in Gen.Bool
        select new Split(TestNetworks.Get(name), batch, cuts, seed, new WeightNoise
        {
            Eta = 0.02,
            Seed = (ulong)seed,
            Step = 4,
            FirstExample = 1000 * seed,
            Sampling = sampling,
            Antithetic = antithetic,
        });

    [Fact]
    public void Results_of_single_examples_do_not_depend_on_the_split() => Splits.Sample(
        split =>
        {
            INetworkInstance network = split.Create();
            int inputs = split.Network.Shape.InputSize, outputs = split.Network.Shape.OutputSize;
            double[] v = split.Target;
            Same((x, _, _) => network.Forward(x), "outputs");
            Same((x, from, to) => network.InputGradient(x, v[(from * outputs)..(to * outputs)]), "input gradients");
            Same((x, _, _) => network.SquaredGradientNorms(x), "squared gradient norms");
            Same((x, _, _) => network.Laplacians(x), "Laplacians");
            Same((x, from, _) => network.NoisyForward(x, split.Noise with { FirstExample = split.Noise.FirstExample + from }), "noisy outputs");

            void Same(Func<double[], int, int, double[]> operation, string what)
            {
                double[] whole = operation(split.X, 0, split.Batch);
                double[] parts = split.Parts.SelectMany(part => operation(split.X[(part.From * inputs)..(part.To * inputs)], part.From, part.To)).ToArray();
                Close.Bitwise(whole, parts, $"{split}: {what}");
            }
        },
        iter: 150,
        threads: 1);

    [Fact]
    public void Sums_over_the_batch_depend_on_the_split_by_rounding_only() => Splits.Sample(
        split =>
        {
            INetworkInstance network = split.Create();
            int inputs = split.Network.Shape.InputSize, outputs = split.Network.Shape.OutputSize;
            Sums((x, target, _) => Join(network.Loss(x, target), []), "loss");
            Sums((x, target, _) => Join(network.Gradient(x, target)), "gradient");
            Sums((x, target, _) => Join(network.PenalizedGradient(x, target, 0.1).Loss.Total, network.PenalizedGradient(x, target, 0.1).Gradient), "penalised gradient");
            Sums((x, target, _) => Join(network.ExpandNoise(x, target).Penalty, [network.ExpandNoise(x, target).ResidualLaplacian]), "expansion");
            Sums((x, target, from) => Join(network.NoisyGradient(x, target, split.Noise with { FirstExample = split.Noise.FirstExample + from })), "noisy gradient");

            void Sums(Func<double[], double[], int, double[]> operation, string what)
            {
                double[] Part(int from, int to) =>
                    operation(split.X[(from * inputs)..(to * inputs)], split.Target[(from * outputs)..(to * outputs)], from);

                double[] whole = Part(0, split.Batch), sum = new double[whole.Length];
                foreach ((int from, int to) in split.Parts)
                    Add(sum, Part(from, to), (to - from) / (double)split.Batch);

                // Each example's contribution is the same in both, up to a few roundings (a factor 1 / batch is applied at another
                // place); n additions in another order cost at most n units each of the sum of the contributions' sizes.
                double size = Enumerable.Range(0, split.Batch).Average(example => Norms.Norm(Part(example, example + 1)));
                double unit = split.Network.IsDouble ? Math.Pow(2, -53) : Math.Pow(2, -24);
                Close.Within((split.Batch + 16) * unit * size, whole, sum, $"{split}: {what}");
            }
        },
        iter: 60,
        threads: 1);

    private static double[] Join((double Value, double[] Vector) both) => Join(both.Value, both.Vector);

    private static double[] Join(double value, double[] vector) => [value, .. vector];

    private static void Add(double[] sum, double[] values, double factor)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] += factor * values[i];
    }

    private sealed record Split(TestNetwork Network, int Batch, int[] Cuts, int Seed, WeightNoise Noise)
    {
        public double[] W { get; } = TestData.Parameters(Network.Shape, Seed);

        public double[] X { get; } = TestData.Normals(Batch * Network.Shape.InputSize, Seed + 1);

        public double[] Target { get; } = TestData.Normals(Batch * Network.Shape.OutputSize, Seed + 2);

        public IEnumerable<(int From, int To)> Parts
        {
            get
            {
                int[] ends = [0, .. Cuts.Distinct().Order(), Batch];
                return ends.Zip(ends.Skip(1));
            }
        }

        public INetworkInstance Create() => Network.Create(W);

        public override string ToString() => $"{Network}, {Batch} examples cut at {string.Join(',', Cuts)}, seed {Seed}, {Noise.Sampling}, antithetic {Noise.Antithetic}";
    }
}
