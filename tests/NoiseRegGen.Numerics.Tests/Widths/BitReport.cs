using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NoiseRegGen.Numerics.Tests.Contract;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using NoiseRegGen.Serving;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Widths;

/// <summary>Not a test but what a process of its own reports to one: a checksum of the results of every operation.</summary>
public class BitReport
{
    /// <summary>Begins the lines about operations that give numbers for each example.</summary>
    public const string EachExample = "bits of each example:";

    /// <summary>Begins the lines about operations that sum over the batch.</summary>
    public const string WholeBatch = "bits of the batch:";

    // Ragged and square, every kind of activation, both precisions, one example and more than a lane block of any width.
    private static readonly string[] Networks =
        ["Shapes.RaggedSingle", "Shapes.RaggedDouble", "OracleNetworks.MixedSingle", "OracleNetworks.MixedDouble", "Shapes.TwoHiddenSingle", "OracleNetworks.SquashedOutputDouble",
         "Shapes.CrowdedRowsSingle", "Shapes.CrowdedRowsDouble", "Shapes.PackedColumnsSingle"];

    private static readonly int[] Batches = [1, 7, 39];

    [Fact(Explicit = true)]
    public void Report()
    {
        foreach (string line in Lines())
            TestContext.Current.TestOutputHelper!.WriteLine(line);
    }

    internal static List<string> Lines()
    {
        var lines = new Checksums();
        foreach (string name in Networks)
        {
            lines.Network = name;
            TestNetworks.Get(name).Accept(lines);
        }

        return lines.Lines;
    }

    private sealed class Checksums : INetworkTest
    {
        public string Network { get; set; } = "";

        public List<string> Lines { get; } = [];

        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            TSelf network = TSelf.Create(Array.ConvertAll(TestData.Parameters(shape, 131), T.CreateChecked));
            foreach (Operation<TSelf, T> operation in Operations<TSelf, T>.All)
            {
                if (operation.Output is null)
                    continue;
                foreach (NoiseSampling sampling in operation.IsNoisy ? Enum.GetValues<NoiseSampling>() : [NoiseSampling.LocalReparameterization])
                {
                    foreach (int batch in Batches)
                        Lines.Add(Line(network, shape, operation, sampling, batch));
                }
            }

            foreach (int batch in Batches)
                Lines.Add(FrozenLine<TSelf, T>(network, shape, batch));
        }

        private string FrozenLine<TSelf, T>(TSelf network, NetworkShape shape, int batch)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            T[] x = Array.ConvertAll(TestData.Normals(batch * shape.InputSize, 132), T.CreateChecked), y = new T[batch * shape.OutputSize];
            new FrozenMlp<TSelf, T>(network).Forward(x, y);
            return $"{EachExample} {Network}, frozen, {batch} examples: {Checksum(y)}";
        }

        private static string Checksum<T>(T[] numbers)
            where T : unmanaged => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(numbers.AsSpan())))[..16];

        private string Line<TSelf, T>(TSelf network, NetworkShape shape, Operation<TSelf, T> operation, NoiseSampling sampling, int batch)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            OperationSettings<T> settings = OperationSettings<T>.Of(TSelf.CreateWorkspace());
            T[] x = Array.ConvertAll(TestData.Normals(batch * shape.InputSize, 132), T.CreateChecked);
            T[] second = Array.ConvertAll(TestData.Normals(batch * shape.OutputSize, 133), T.CreateChecked);
            var output = new T[operation.OutputLength(shape, batch)];
            operation.Call(network, x, second, output, settings with { Noise = settings.Noise with { Sampling = sampling } });
            bool sums = operation.OutputLength(shape, 1) == operation.OutputLength(shape, 2);
            return $"{(sums ? WholeBatch : EachExample)} {Network}, {operation}, {sampling}, {batch} examples: {Checksum(output)}";
        }
    }
}
