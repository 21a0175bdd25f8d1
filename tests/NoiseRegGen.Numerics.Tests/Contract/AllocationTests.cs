using System;
using System.Numerics;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>No operation allocates after its first call, whatever the batch.</summary>
/// <remarks>
/// Not beside other tests: a collection that their threads start retires this thread's allocation context, whose unused rest of some
/// kilobytes then counts as allocated.
/// </remarks>
[Collection(nameof(Alone))]
public class AllocationTests
{
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
                    Measure(network, shape, operation, OperationSettings<T>.Of(TSelf.CreateWorkspace()), operation.Name);
                    continue;
                }

                foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
                {
                    foreach (bool antithetic in new[] { false, true })
                    {
                        OperationSettings<T> settings = OperationSettings<T>.Of(TSelf.CreateWorkspace());
                        settings = settings with { Noise = settings.Noise with { Sampling = sampling, Antithetic = antithetic } };
                        Measure(network, shape, operation, settings, $"{operation}, {sampling}, antithetic {antithetic}");
                    }
                }
            }
        }

        private static void Measure<TSelf, T>(TSelf network, NetworkShape shape, Operation<TSelf, T> operation, OperationSettings<T> settings, string what)
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
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated == 0, $"{what} allocated {allocated} bytes.");

            void Call(int batch) => operation.Call(
                network, x.AsSpan(0, batch * shape.InputSize), second.AsSpan(0, batch * shape.OutputSize), output.AsSpan(0, operation.OutputLength(shape, batch)), settings);
        }
    }
}
