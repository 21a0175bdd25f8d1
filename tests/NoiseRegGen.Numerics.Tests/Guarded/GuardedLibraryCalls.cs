using System;
using System.Numerics;
using NoiseRegGen.Files;
using NoiseRegGen.Numerics.Tests.Networks;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Guarded;

/// <summary>
/// Not a test of its own but what <see cref="GuardPageTests"/> starts: the operations of <see cref="LibraryCalls{T}"/> and the initialisation of
/// parameters, with all lengths up to two lane blocks and one more.
/// </summary>
public class GuardedLibraryCalls
{
    private const int Bytes = 1 << 16;

    [Fact(Explicit = true)]
    public void All_calls_return()
    {
        using var progress = new ProgressFile();
        foreach (bool atEnd in new[] { true, false })
        {
            Vectors<float>(progress, atEnd);
            Vectors<double>(progress, atEnd);
            Data<Shapes.TwoHiddenSingle, float>(progress, atEnd);
            Data<Shapes.TwoHiddenDouble, double>(progress, atEnd);
            Initialisation(progress, atEnd);
            Columns(progress, atEnd);
        }
    }

    private static void Vectors<T>(ProgressFile progress, bool atEnd)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using GuardedPages first = new(Bytes), second = new(Bytes);
        foreach ((string name, LibraryCalls<T>.VectorCall call) in LibraryCalls<T>.OfVectors)
        {
            for (int length = 1; length <= (4 * Vector<T>.Count) + 1; length++)
            {
                progress.Write($"{name}, {typeof(T).Name}, {length} numbers, at the end {atEnd}");
                Span<T> parameters = first.Span<T>(length, atEnd), gradient = second.Span<T>(length, atEnd);
                parameters.Fill(T.One);
                gradient.Fill(T.One);
                call(parameters, gradient);
            }
        }
    }

    private static void Data<TNet, T>(ProgressFile progress, bool atEnd)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using GuardedPages first = new(Bytes), second = new(Bytes), third = new(Bytes);
        foreach ((string name, LibraryCalls<T>.DataCall call) in LibraryCalls<T>.OfData<TNet>())
        {
            foreach (int examples in new[] { 1, 2, (2 * Vector<T>.Count) - 1, (2 * Vector<T>.Count) + 1 })
            {
                progress.Write($"{name}, {typeof(T).Name}, {examples} examples, at the end {atEnd}");
                var x = new GuardedMemory<T>(first, examples * TNet.LayerSizes[0], atEnd);
                var y = new GuardedMemory<T>(second, examples * TNet.LayerSizes[^1], atEnd);
                var gradient = new GuardedMemory<T>(third, TNet.Create(1).Parameters.Length, atEnd);
                x.GetSpan().Fill(T.One);
                y.GetSpan().Fill(T.One);
                call(x.Memory, y.Memory, gradient.Memory);
            }
        }
    }

    private static void Initialisation(ProgressFile progress, bool atEnd)
    {
        using GuardedPages pages = new(Bytes);
        for (int length = 1; length <= 65; length++)
        {
            progress.Write($"ParameterInitializer.Fill, {length} weights, at the end {atEnd}");
            ParameterInitializer.Fill(pages.Span<float>(length, atEnd), length, 1, Activation.Tanh, 1, 1);
            ParameterInitializer.Fill(pages.Span<double>(length, atEnd), 1, length, Activation.Relu, 1, 1);
        }
    }

    private static void Columns(ProgressFile progress, bool atEnd)
    {
        using GuardedPages first = new(Bytes), second = new(Bytes);
        for (int rows = 2; rows <= 33; rows++)
        {
            progress.Write($"Standardization, {rows} rows, at the end {atEnd}");
            Span<double> values = first.Span<double>(3 * rows, atEnd);
            for (int i = 0; i < values.Length; i++)
                values[i] = i % 7;
            Standardization standardization = Standardization.Fit(values, 3);
            standardization.Apply(values, second.Span<float>(3 * rows, atEnd));
            standardization.Undo<float>(second.Span<float>(3 * rows, atEnd), values);
        }
    }
}
