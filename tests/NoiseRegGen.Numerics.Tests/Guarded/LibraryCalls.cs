using System;
using System.Collections.Generic;
using System.Numerics;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Training;

namespace NoiseRegGen.Numerics.Tests.Guarded;

/// <summary>The operations of the library, beside those of a network, that take spans or memory; a new one belongs here.</summary>
internal static class LibraryCalls<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Calls with two vectors of the same length, both of which may be written.</summary>
    public static IReadOnlyList<(string Name, VectorCall Call)> OfVectors { get; } =
    [
        ("Sgd.Step", (w, g) => new Sgd<T>(w.Length, 0.1).Step(w, g)),
        ("Sgd.Step with momentum", (w, g) => Twice(new Sgd<T>(w.Length, 0.1, momentum: 0.9, weightDecay: 0.01), w, g)),
        ("Sgd.Step, Nesterov", (w, g) => Twice(new Sgd<T>(w.Length, 0.1, momentum: 0.9, nesterov: true), w, g)),
        ("Adam.Step", (w, g) => Twice(new Adam<T>(w.Length, 0.1), w, g)),
        ("AdamW.Step", (w, g) => Twice(new AdamW<T>(w.Length, 0.1), w, g)),
        ("Restore", (w, _) => new Sgd<T>(w.Length, 0.1, momentum: 0.9).Restore(w, 1)),
        ("GradientClipping.Norm", (w, _) => GradientClipping.Norm<T>(w)),
        ("GradientClipping.ByNorm", (w, g) => GradientClipping.ByNorm(g, 0.5)),
    ];

    /// <summary>Calls with the examples of a data set.</summary>
    public static IReadOnlyList<(string Name, DataCall Call)> OfData<TNet>()
        where TNet : class, IMlp<TNet, T> =>
    [
        ("Evaluation.Loss", (x, y, _) => Evaluation.Loss(TNet.Create(1), x.Span, y.Span, TNet.CreateWorkspace())),
        ("Evaluation.MeanSquaredError", (x, y, _) => Evaluation.MeanSquaredError(TNet.Create(1), x.Span, y.Span, TNet.CreateWorkspace())),
        ("Evaluation.RootMeanSquaredError", (x, y, _) => Evaluation.RootMeanSquaredError(TNet.Create(1), x.Span, y.Span, TNet.CreateWorkspace())),
        ("Trainer.Train", (x, y, _) =>
        {
            TNet network = TNet.Create(1);
            new Trainer<TNet, T>(network, new Sgd<T>(network.Parameters.Length, 0.01), new TrainingOptions { Epochs = 2, BatchSize = 5 }).Train(x.Span, y.Span);
        }),
        ("ParallelGradient.Gradient", (x, y, g) => new ParallelGradient<TNet, T>(TNet.Create(1), shardSize: 7).Gradient(x, y, g)),
        ("ParallelGradient.NoisyGradient", (x, y, g) =>
            new ParallelGradient<TNet, T>(TNet.Create(1), shardSize: 7).NoisyGradient(x, y, g, new WeightNoise { Eta = 0.01, Seed = 1, Step = 1 })),
        ("ParallelGradient.PenalizedGradient", (x, y, g) => new ParallelGradient<TNet, T>(TNet.Create(1), shardSize: 7).PenalizedGradient(x, y, g, 0.01)),
        ("ParallelGradient.PenalizedGradient, projected", (x, y, g) =>
            new ParallelGradient<TNet, T>(TNet.Create(1), shardSize: 7).PenalizedGradient(x, y, g, 0.01, new RandomProbe { Seed = 1, Step = 1 })),
        ("ParallelGradient.CorrectedGradient", (x, y, g) =>
            new ParallelGradient<TNet, T>(TNet.Create(1), shardSize: 7).CorrectedGradient(x, y, g, 0.01, new RandomProbe { Seed = 1, Step = 1 })),
    ];

    /// <summary>Calls with two vectors of the same length.</summary>
    public delegate void VectorCall(Span<T> parameters, Span<T> gradient);

    /// <summary>Calls with inputs, targets and a gradient.</summary>
    public delegate void DataCall(ReadOnlyMemory<T> x, ReadOnlyMemory<T> y, Memory<T> gradient);

    // The second step reads the state that the first one wrote.
    private static void Twice(IOptimizer<T> optimizer, Span<T> parameters, Span<T> gradient)
    {
        optimizer.Step(parameters, gradient);
        optimizer.Step(parameters, gradient);
    }
}
