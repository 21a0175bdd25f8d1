using System;
using System.Numerics;
using System.Threading;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>No operation allocates after its first call, whatever the batch.</summary>
/// <remarks>
/// The runtime's count for a thread now and then jumps by the unused rest of the thread's allocation context, up to 8 KB, though
/// nothing is allocated and nothing collected. What an operation allocates it allocates every time: the least of a few attempts
/// counts, each on a thread and with a workspace of its own, so that nothing grown by one attempt serves the next.
/// </remarks>
[Collection(nameof(Alone))]
public class AllocationTests
{
    private const int Attempts = 5;

    public static TheoryData<string> Networks =>
        ["Shapes.BeyondStackSingle", "Shapes.BeyondStackDouble", "Shapes.LargeSingle", "Shapes.TwoHiddenSingle", "Shapes.TwoHiddenDouble", "Shapes.RaggedSingle", "Shapes.RaggedDouble", "OracleNetworks.MixedSingle", "OracleNetworks.MixedDouble", "GlobalNetwork", "Middle.Inner"];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Nothing_is_allocated_after_the_first_call(string name) => TestNetworks.Get(name).Accept(new Calls());

    private sealed class Calls : INetworkTest
    {
        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            TSelf network = TSelf.Create(1);
            foreach (Operation<TSelf, T> operation in Operations<TSelf, T>.All)
            {
                if (!operation.IsNoisy)
                {
                    Measure(network, shape, operation, OperationSettings<T>.Of, operation.Name);
                    continue;
                }

                foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
                {
                    foreach (bool antithetic in new[] { false, true })
                    {
                        Measure(network, shape, operation, Settings, $"{operation}, {sampling}, antithetic {antithetic}");

                        OperationSettings<T> Settings(MlpWorkspace<T> workspace)
                        {
                            OperationSettings<T> settings = OperationSettings<T>.Of(workspace);
                            return settings with { Noise = settings.Noise with { Sampling = sampling, Antithetic = antithetic } };
                        }
                    }
                }
            }
        }

        private static void Measure<TSelf, T>(
            TSelf network, NetworkShape shape, Operation<TSelf, T> operation, Func<MlpWorkspace<T>, OperationSettings<T>> settings, string what)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            long least = long.MaxValue;
            for (int attempt = 0; attempt < Attempts && least != 0; attempt++)
            {
                var thread = new Thread(() => least = Math.Min(least, Attempt(network, shape, operation, settings(TSelf.CreateWorkspace()))));
                thread.Start();
                thread.Join();
            }

            Assert.True(least == 0, $"{what} allocated {least} bytes.");
        }

        private static long Attempt<TSelf, T>(TSelf network, NetworkShape shape, Operation<TSelf, T> operation, OperationSettings<T> settings)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            const int Largest = 67;
            T[] x = new T[Largest * shape.InputSize], second = new T[Largest * shape.OutputSize], output = new T[operation.OutputLength(shape, Largest)];
            Array.Fill(x, T.CreateChecked(0.5));
            Call(2);
            long before = GC.GetAllocatedBytesForCurrentThread();
            foreach (int batch in stackalloc int[] { 1, 3, Largest, 2 })
                Call(batch);
            return GC.GetAllocatedBytesForCurrentThread() - before;

            void Call(int batch) => operation.Call(
                network, x.AsSpan(0, batch * shape.InputSize), second.AsSpan(0, batch * shape.OutputSize), output.AsSpan(0, operation.OutputLength(shape, batch)), settings);
        }
    }
}
