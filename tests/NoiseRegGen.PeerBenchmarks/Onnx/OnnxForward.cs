using Microsoft.ML.OnnxRuntime;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Networks;

namespace NoiseRegGen.PeerBenchmarks.Onnx;

/// <summary>ONNX Runtime with one thread, all graph optimisations, a fixed batch and buffers that are bound or handed over once.</summary>
internal sealed class OnnxForward : Side
{
    private readonly bool _bound;
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _options = new();
    private readonly OrtValue[] _inputs;
    private readonly OrtValue[] _outputs;
    private readonly string[] _inputNames = [OnnxModel.Input];
    private readonly string[] _outputNames = [OnnxModel.Output];
    private readonly float[] _y;

    internal OnnxForward(NetworkCase network, BatchData data, bool bound)
        : base("ONNX Runtime", bound ? "I/O binding" : "OrtValues")
    {
        _bound = bound;
        using SessionOptions options = new()
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        _session = new InferenceSession(OnnxModel.Write(network, data.Batch), options);
        _y = new float[data.Target.Length];
        _inputs = [OrtValue.CreateTensorValueFromMemory(data.X, [data.Batch, network.Inputs])];
        _outputs = [OrtValue.CreateTensorValueFromMemory(_y, [data.Batch, network.Outputs])];
        _binding = _session.CreateIoBinding();
        _binding.BindInput(OnnxModel.Input, _inputs[0]);
        _binding.BindOutput(OnnxModel.Output, _outputs[0]);
    }

    /// <inheritdoc/>
    internal override void Run()
    {
        if (_bound)
            _session.RunWithBinding(_options, _binding);
        else
            _session.Run(_options, _inputNames, _inputs, _outputNames, _outputs);
    }

    /// <inheritdoc/>
    internal override NamedResult[] Results()
    {
        Run();
        return [new("outputs", [.. _y])];
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _binding.Dispose();
        _inputs[0].Dispose();
        _outputs[0].Dispose();
        _options.Dispose();
        _session.Dispose();
    }
}
