using System;
using Microsoft.ML.OnnxRuntime;

namespace NoiseRegGen.OnnxRuntime.Tests;

/// <summary>A model in ONNX Runtime, without the graph optimisations that change the order of sums.</summary>
internal sealed class OrtModel : IDisposable
{
    private readonly InferenceSession _session;

    internal OrtModel(byte[] model)
    {
        using SessionOptions options = new()
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_BASIC,
            IntraOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        _session = new InferenceSession(model, options);
    }

    /// <summary>The outputs of a batch.</summary>
    internal T[] Run<T>(T[] x, int columns)
        where T : unmanaged
        => Run(x, [x.Length / columns, columns]);

    /// <summary>The outputs of an input of any shape.</summary>
    internal T[] Run<T>(T[] x, long[] shape)
        where T : unmanaged
    {
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(x, shape);
        using RunOptions options = new();
        using var outputs = _session.Run(options, ["x"], [input], ["y"]);
        return outputs[0].GetTensorDataAsSpan<T>().ToArray();
    }

    public void Dispose() => _session.Dispose();
}
