using System;
using System.Numerics;
using System.Runtime.InteropServices;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>
/// Spans exactly as long as needed lie in larger arrays full of a NaN of one bit pattern: nothing outside is written, no input is
/// changed, and no result depends on what lies around.
/// </summary>
public class BoundsTests
{
    public static TheoryData<string> Networks => TestNetworks.Names;

    [Theory]
    [MemberData(nameof(Networks))]
    public void Nothing_outside_the_given_spans_is_touched(string name) => TestNetworks.Get(name).Accept(new Calls());

    private sealed class Calls : INetworkTest
    {
        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            TSelf network = TSelf.Create(Array.ConvertAll(TestData.Parameters(shape, 101), T.CreateChecked));
            foreach (Operation<TSelf, T> operation in Operations<TSelf, T>.All)
            {
                foreach (int batch in new[] { 1, (2 * Vector<T>.Count) - 1, (2 * Vector<T>.Count) + 1 })
                {
                    foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
                    {
                        if (operation.IsNoisy || sampling == NoiseSampling.LocalReparameterization)
                            Check(network, shape, operation, batch, sampling);
                    }
                }
            }
        }

        private static void Check<TSelf, T>(TSelf network, NetworkShape shape, Operation<TSelf, T> operation, int batch, NoiseSampling sampling)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            OperationSettings<T> settings = OperationSettings<T>.Of(TSelf.CreateWorkspace());
            settings = settings with { Noise = settings.Noise with { Sampling = sampling } };
            T[] x = Data<T>(batch * shape.InputSize, 102), second = Data<T>(batch * shape.OutputSize, 103);
            T[] plain = new T[operation.OutputLength(shape, batch)], parameters = network.Parameters.ToArray();
            operation.Call(network, x, second, plain, settings);

            var guardedX = new GuardedSpan<T>(x);
            var guardedSecond = new GuardedSpan<T>(second);
            var guardedOutput = new GuardedSpan<T>(new T[plain.Length]);
            operation.Call(network, guardedX.Span, guardedSecond.Span, guardedOutput.Span, settings);

            string what = $"{operation}, {batch} examples, {sampling}";
            Assert.True(guardedX.IsIntact && guardedSecond.IsIntact && guardedOutput.IsIntact, $"{what}: written outside its output.");
            Assert.True(SameBits(x, guardedX.Span) && SameBits(second, guardedSecond.Span) && SameBits(parameters, network.Parameters), $"{what}: an input was changed.");
            Assert.True(SameBits(plain, guardedOutput.Span), $"{what}: the result depends on what lies around its spans.");
        }

        private static T[] Data<T>(int length, int seed)
            where T : unmanaged, IFloatingPointIeee754<T> =>
            Array.ConvertAll(TestData.Normals(length, seed), T.CreateChecked);

        private static bool SameBits<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
            where T : unmanaged =>
            MemoryMarshal.AsBytes(left).SequenceEqual(MemoryMarshal.AsBytes(right));
    }
}
