using System;
using System.Linq;
using System.Numerics;
using System.Threading;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using NoiseRegGen.Serving;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>A frozen network answers what the network answered when it was frozen.</summary>
/// <remarks>That the network's own answers are right is <c>ReferenceAgreementTests</c>' to show.</remarks>
[Collection(nameof(Alone))]
public class FrozenTests
{
    public static TheoryData<string> Networks => TestNetworks.Names;

    [Theory]
    [MemberData(nameof(Networks))]
    public void It_has_the_bits_of_the_network_for_every_batch(string name) => TestNetworks.Get(name).Accept(new Bits());

    [Theory]
    [MemberData(nameof(Networks))]
    public void Training_the_network_on_changes_nothing(string name) => TestNetworks.Get(name).Accept(new Trained());

    [Theory]
    [MemberData(nameof(Networks))]
    public void Nothing_outside_the_given_spans_is_touched(string name) => TestNetworks.Get(name).Accept(new Guards());

    [Theory]
    [InlineData("Shapes.TwoHiddenSingle")]
    [InlineData("Shapes.WideInputSingle")]
    [InlineData("Shapes.BeyondStackDouble")]
    public void Nothing_is_allocated_after_a_threads_first_calls(string name) => TestNetworks.Get(name).Accept(new Allocations());

    [Theory]
    [InlineData("Shapes.RaggedSingle")]
    [InlineData("Shapes.RaggedDouble")]
    public void Bad_arguments_are_named(string name) => TestNetworks.Get(name).Accept(new Arguments());

    private sealed class Bits : INetworkTest
    {
        // Every way to divide a batch into single examples, tiles and panels; the large ones end in whole and in ragged panels.
        private static readonly int[] Batches = [.. Enumerable.Range(1, 40), 128, 129, 300];

        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            TSelf network = TSelf.Create(Array.ConvertAll(TestData.Parameters(shape, 301), T.CreateChecked));
            T[] x = Array.ConvertAll(TestData.Normals(Batches[^1] * shape.InputSize, 302), T.CreateChecked);
            var frozen = new FrozenMlp<TSelf, T>(network);
            var expected = new T[Batches[^1] * shape.OutputSize];
            network.Forward(x, expected);
            foreach (int batch in Batches)
            {
                var y = new T[batch * shape.OutputSize];
                frozen.Forward(x.AsSpan(0, batch * shape.InputSize), y);
                Assert.Equal(Doubles(expected.AsSpan(0, y.Length)), Doubles(y));
            }
        }

        // Exact, and equal exactly if the bits are.
        private static double[] Doubles<T>(ReadOnlySpan<T> numbers)
            where T : INumberBase<T>
        {
            var doubles = new double[numbers.Length];
            for (int i = 0; i < doubles.Length; i++)
                doubles[i] = double.CreateChecked(numbers[i]);
            return doubles;
        }
    }

    private sealed class Trained : INetworkTest
    {
        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            TSelf network = TSelf.Create(11);
            T[] x = Array.ConvertAll(TestData.Normals(shape.InputSize, 303), T.CreateChecked);
            T[] before = new T[shape.OutputSize], after = new T[shape.OutputSize];
            network.Forward(x, before);
            var frozen = new FrozenMlp<TSelf, T>(network);
            network.Parameters.Fill(T.NaN);
            frozen.Forward(x, after);
            Assert.Equal(before, after);
        }
    }

    private sealed class Guards : INetworkTest
    {
        private static readonly int[] Batches = [1, 2, 5, 9, 16, 19, 61];

        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            TSelf network = TSelf.Create(12);
            var frozen = new FrozenMlp<TSelf, T>(network);
            foreach (int batch in Batches)
            {
                T[] x = Array.ConvertAll(TestData.Normals(batch * shape.InputSize, 304), T.CreateChecked), expected = new T[batch * shape.OutputSize];
                GuardedSpan<T> guardedX = new(x), guardedY = new(new T[expected.Length]);
                network.Forward(x, expected);
                frozen.Forward(guardedX.Span, guardedY.Span);
                Assert.Equal(expected, guardedY.Span.ToArray());
                Assert.Equal(x, guardedX.Span.ToArray());
                Assert.True(guardedX.IsIntact && guardedY.IsIntact, $"written outside y at batch {batch}");
            }
        }
    }

    private sealed class Allocations : INetworkTest
    {
        // As in AllocationTests: the count now and then jumps without an allocation, so the least of a few threads counts.
        private const int Attempts = 5;

        // Whole lane blocks, tiles and single examples.
        private const int Batch = 39;

        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var frozen = new FrozenMlp<TSelf, T>(TSelf.Create(13));
            long least = long.MaxValue;
            for (int attempt = 0; attempt < Attempts && least != 0; attempt++)
            {
                var thread = new Thread(() => least = Math.Min(least, Allocated(frozen, shape)));
                thread.Start();
                thread.Join();
            }

            Assert.Equal(0, least);
        }

        private static long Allocated<TSelf, T>(FrozenMlp<TSelf, T> frozen, NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            T[] x = new T[Batch * shape.InputSize], y = new T[Batch * shape.OutputSize];
            Calls();
            long before = GC.GetAllocatedBytesForCurrentThread();
            Calls();
            return GC.GetAllocatedBytesForCurrentThread() - before;

            void Calls()
            {
                frozen.Forward(x.AsSpan(0, shape.InputSize), y.AsSpan(0, shape.OutputSize));
                frozen.Forward(x, y);
            }
        }
    }

    private sealed class Arguments : INetworkTest
    {
        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var frozen = new FrozenMlp<TSelf, T>(TSelf.Create(14));
            T[] x = new T[2 * shape.InputSize], y = new T[2 * shape.OutputSize], shared = new T[shape.InputSize + shape.OutputSize];
            Assert.Throws<ArgumentException>("x", () => frozen.Forward([], y));
            Assert.Throws<ArgumentException>("x", () => frozen.Forward(x.AsSpan(1), y));
            Assert.Throws<ArgumentException>("y", () => frozen.Forward(x.AsSpan(0, shape.InputSize), y));
            Assert.Throws<ArgumentException>("y", () => frozen.Forward(x, y.AsSpan(1)));
            Assert.Throws<ArgumentException>("y", () => frozen.Forward(shared.AsSpan(0, shape.InputSize), shared.AsSpan(shape.InputSize - 1, shape.OutputSize)));
            Assert.Throws<ArgumentNullException>("network", () => new FrozenMlp<TSelf, T>(null!));
        }
    }
}
