using System;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>
/// What an output held before does not matter: every number of it is written, not added to. Gradients are summed over panels, of which the first writes; so
/// there are batches of one panel and of two, and those that have passes of their own.
/// </summary>
public class OverwriteTests
{
    private const int PanelBlocks = 8;

    public static TheoryData<string> Networks => TestNetworks.Names;

    [Theory]
    [MemberData(nameof(Networks))]
    public void An_output_is_overwritten_whatever_it_held(string name) => TestNetworks.Get(name).Accept(new Calls());

    private sealed class Calls : INetworkTest
    {
        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            TSelf network = TSelf.Create(Array.ConvertAll(TestData.Parameters(shape, 111), T.CreateChecked));
            OperationSettings<T> settings = OperationSettings<T>.Of(TSelf.CreateWorkspace());
            foreach (int batch in new[] { 1, 2, (PanelBlocks * 2 * Vector<T>.Count) + 1 })
            {
                T[] x = Data<T>(batch * shape.InputSize, 112), second = Data<T>(batch * shape.OutputSize, 113);
                foreach (Operation<TSelf, T> operation in Operations<TSelf, T>.All.Where(operation => operation.Output is not null))
                {
                    foreach (OperationSettings<T> variant in operation.Variants(settings))
                        Check(network, operation, x, second, operation.OutputLength(shape, batch), variant);
                }
            }
        }

        private static void Check<TSelf, T>(TSelf network, Operation<TSelf, T> operation, T[] x, T[] second, int length, OperationSettings<T> settings)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            T[] zeros = new T[length], notNumbers = new T[length];
            Array.Fill(notNumbers, T.NaN);
            operation.Call(network, x, second, zeros, settings);
            operation.Call(network, x, second, notNumbers, settings);
            Assert.True(
                MemoryMarshal.AsBytes<T>(zeros).SequenceEqual(MemoryMarshal.AsBytes<T>(notNumbers)),
                $"{operation}, {x.Length / TSelf.LayerSizes[0]} examples, {settings.Noise}: what the output held before shows.");
        }

        private static T[] Data<T>(int length, int seed)
            where T : unmanaged, IFloatingPointIeee754<T> =>
            Array.ConvertAll(TestData.Normals(length, seed), T.CreateChecked);
    }
}
