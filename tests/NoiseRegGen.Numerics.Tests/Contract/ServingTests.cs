using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using NoiseRegGen.Serving;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>One model is served from many threads while another copy is trained and swapped in.</summary>
public class ServingTests
{
    private const int Publications = 300;

    public static TheoryData<string> Networks => ["Shapes.TwoHiddenSingle", "Shapes.TwoHiddenDouble", "OracleNetworks.MixedSingle"];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Every_answer_is_that_of_one_published_model_bit_for_bit_and_none_is_older_than_the_one_before(string name) =>
        TestNetworks.Get(name).Accept(new Stress());

    [Theory]
    [MemberData(nameof(Networks))]
    public void What_is_published_is_a_copy(string name) => TestNetworks.Get(name).Accept(new Copying());

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_model_with_a_parameter_that_is_not_finite_is_not_published(string name) => TestNetworks.Get(name).Accept(new NotFinite());

    private sealed class Stress : INetworkTest
    {
        private const int Readers = 4, Rows = 9;

        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            T[] x = Array.ConvertAll(TestData.Normals(Rows * shape.InputSize, 211), T.CreateChecked);
            T[] target = Array.ConvertAll(TestData.Normals(Rows * shape.OutputSize, 212), T.CreateChecked);
            TSelf trained = TSelf.Create(213);
            // What each published model answers, noted before it is published, by an instance that is never shared.
            var published = new ConcurrentDictionary<string, int> { [Answer<TSelf, T>(TSelf.Create(trained.Parameters), x, shape)] = 0 };
            var slot = new ModelSlot<TSelf, T>(trained);
            using var done = new CancellationTokenSource();
            Task<int>[] readers = [.. Enumerable.Range(0, Readers).Select(_ => Task.Factory.StartNew(
                () => Read(slot, x, shape, published, done.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
            try
            {
                Train(slot, trained, x, target, shape, published);
            }
            finally
            {
                done.Cancel();
            }

            int[] last = Task.WhenAll(readers).GetAwaiter().GetResult();
            // Each reader asks once more after the end, and gets the last model.
            Assert.All(last, static index => Assert.Equal(Publications, index));
            Assert.Equal(Publications + 1, published.Count);
        }

        private static void Train<TSelf, T>(
            ModelSlot<TSelf, T> slot, TSelf trained, T[] x, T[] target, NetworkShape shape, ConcurrentDictionary<string, int> published)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var optimizer = new Adam<T>(trained.Parameters.Length, learningRate: 1e-2);
            var gradient = new T[trained.Parameters.Length];
            MlpWorkspace<T> workspace = TSelf.CreateWorkspace();
            for (int index = 1; index <= Publications; index++)
            {
                trained.Gradient(x, target, gradient, workspace);
                optimizer.Step(trained.Parameters, gradient);
                published.TryAdd(Answer<TSelf, T>(TSelf.Create(trained.Parameters), x, shape), index);
                slot.Publish(trained);
            }
        }

        /// <summary>Asks until the training ends; the number of the last model that answered.</summary>
        private static int Read<TSelf, T>(
            ModelSlot<TSelf, T> slot, T[] x, NetworkShape shape, ConcurrentDictionary<string, int> published, CancellationToken done)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            int newest = 0;
            bool ended;
            do
            {
                ended = done.IsCancellationRequested;
                string answer = Answer<TSelf, T>(slot.Current, x, shape);
                Assert.True(published.TryGetValue(answer, out int index), "an answer that no published model gives");
                Assert.True(index >= newest, $"model {index} answered after model {newest}");
                newest = index;
            }
            while (!ended);
            return newest;
        }

        private static string Answer<TSelf, T>(TSelf model, T[] x, NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var y = new T[Rows * shape.OutputSize];
            model.Forward(x, y);
            return Convert.ToHexString(MemoryMarshal.AsBytes<T>(y));
        }
    }

    private sealed class Copying : INetworkTest
    {
        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            TSelf first = TSelf.Create(1), second = TSelf.Create(2);
            var slot = new ModelSlot<TSelf, T>(first);
            TSelf served = slot.Current;
            first.Parameters.Clear();
            Assert.True(served.Parameters.SequenceEqual(TSelf.Create(1).Parameters));
            slot.Publish(second);
            second.Parameters.Clear();
            Assert.True(slot.Current.Parameters.SequenceEqual(TSelf.Create(2).Parameters));
            // Who began with the first goes on with it.
            Assert.True(served.Parameters.SequenceEqual(TSelf.Create(1).Parameters));
        }
    }

    private sealed class NotFinite : INetworkTest
    {
        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            TSelf network = TSelf.Create(1);
            var slot = new ModelSlot<TSelf, T>(network);
            TSelf served = slot.Current;
            foreach (T value in new[] { T.NaN, T.PositiveInfinity, T.NegativeInfinity })
            {
                network.Parameters[^1] = value;
                string message = Assert.Throws<ArgumentException>("network", () => slot.Publish(network)).Message;
                Assert.Contains($"parameter {network.Parameters.Length - 1} is {value}", message, StringComparison.Ordinal);
                Assert.Same(served, slot.Current);
            }
        }
    }
}
