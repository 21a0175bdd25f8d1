using System.Threading.Tasks;
using NoiseRegGen.Numerics.Tests.Networks;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>One instance may be asked by many threads at once.</summary>
public class ThreadTests
{
    public static TheoryData<string> Networks =>
        ["Shapes.TwoHiddenSingle", "Shapes.TwoHiddenDouble", "Shapes.LargeSingle", "Shapes.LargeDouble", "Shapes.BeyondStackSingle", "Shapes.BeyondStackDouble", "OracleNetworks.MixedSingle", "GlobalNetwork"];

    [Theory]
    [MemberData(nameof(Networks))]
    public async Task Forward_is_safe_from_many_threads(string name)
    {
        const int Threads = 4, Calls = 50;
        TestNetwork network = TestNetworks.Get(name);
        INetworkInstance shared = network.Create(TestData.Parameters(network.Shape, 111));
        var x = new double[Threads][];
        var expected = new double[Threads][];
        for (int i = 0; i < Threads; i++)
        {
            // Threads ask different questions with different batches, so that one's scratch would spoil another's.
            x[i] = TestData.Normals((1 + (20 * i)) * network.Shape.InputSize, 112 + i);
            expected[i] = shared.Forward(x[i]);
        }

        var threads = new Task[Threads];
        for (int i = 0; i < Threads; i++)
        {
            int thread = i;
            threads[i] = Task.Factory.StartNew(
                () =>
                {
                    for (int call = 0; call < Calls; call++)
                        Close.Bitwise(expected[thread], shared.Forward(x[thread]), $"{name}, thread {thread}, call {call}");
                },
                TestContext.Current.CancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        }

        await Task.WhenAll(threads);
    }
}
