using System;
using System.Linq;
using System.Numerics;
using NoiseRegGen.Numerics.Tests.Contract;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Guarded;

/// <summary>
/// Not a test of its own but what <see cref="GuardPageTests"/> starts: every operation (<see cref="Operations{TSelf, T}"/>) of every network, with all
/// batch sizes up to two lane blocks and one more, each span exactly as long as needed and flush with a guard.
/// </summary>
public class GuardedNetworkCalls
{
    [Fact(Explicit = true)]
    public void All_calls_return()
    {
        using var progress = new ProgressFile();
        foreach (TestNetwork network in TestNetworks.All)
            network.Accept(new Calls(network.Name, progress));
    }

    private sealed class Calls(string name, ProgressFile progress) : INetworkTest
    {
        // A larger network's kernels do more work for each example, and have the same edges: the batches next to them are enough.
        private const int ManyParameters = 2000;

        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            int block = 2 * Vector<T>.Count;
            int[] batches = shape.ParameterCount > ManyParameters ? [1, block - 1, block, block + 1, (2 * block) + 1] : [.. Enumerable.Range(1, (2 * block) + 1)];
            using var spans = new Spans<T>(shape, batches[^1]);
            foreach (bool atEnd in new[] { true, false })
            {
                TSelf network = TSelf.Create(spans.Parameters(atEnd));
                OperationSettings<T> settings = OperationSettings<T>.Of(TSelf.CreateWorkspace());
                foreach (Operation<TSelf, T> operation in Operations<TSelf, T>.All)
                {
                    foreach (OperationSettings<T> variant in operation.Variants(settings))
                    {
                        foreach (int batch in batches)
                        {
                            progress.Write($"{name}, {operation}, {variant.Noise.Sampling}, antithetic {variant.Noise.Antithetic}, {batch} examples, {(atEnd ? "before the upper" : "after the lower")} guard");
                            spans.Call(network, operation, variant, batch, atEnd);
                        }
                    }
                }
            }
        }
    }

    // Inputs, targets and outputs, each between guards of its own.
    private sealed class Spans<T>(NetworkShape shape, int largestBatch) : IDisposable
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly T[] _parameters = Array.ConvertAll(TestData.Parameters(shape, 141), T.CreateChecked);
        private readonly T[] _x = Array.ConvertAll(TestData.Normals(largestBatch * shape.InputSize, 142), T.CreateChecked);
        private readonly T[] _second = Array.ConvertAll(TestData.Normals(largestBatch * shape.OutputSize, 143), T.CreateChecked);
        private readonly GuardedPages _pagesOfX = Pages(largestBatch * shape.InputSize);
        private readonly GuardedPages _pagesOfSecond = Pages(largestBatch * shape.OutputSize);
        private readonly GuardedPages _pagesOfOutput = Pages(Math.Max(shape.ParameterCount, largestBatch * Math.Max(shape.InputSize, shape.OutputSize)));

        public ReadOnlySpan<T> Parameters(bool atEnd) => _pagesOfOutput.Copy<T>(_parameters, atEnd);

        public void Call<TSelf>(TSelf network, Operation<TSelf, T> operation, in OperationSettings<T> settings, int batch, bool atEnd)
            where TSelf : class, IMlp<TSelf, T>
        {
            ReadOnlySpan<T> x = _pagesOfX.Copy<T>(_x.AsSpan(0, batch * shape.InputSize), atEnd);
            ReadOnlySpan<T> second = _pagesOfSecond.Copy<T>(_second.AsSpan(0, batch * shape.OutputSize), atEnd);
            operation.Call(network, x, second, _pagesOfOutput.Span<T>(operation.OutputLength(shape, batch), atEnd), settings);
        }

        public void Dispose()
        {
            _pagesOfX.Dispose();
            _pagesOfSecond.Dispose();
            _pagesOfOutput.Dispose();
        }

        private static GuardedPages Pages(int numbers) => new(numbers * sizeof(double));
    }
}
