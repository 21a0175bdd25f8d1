using System;
using System.Numerics;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>
/// Bad arguments give one exception of the documented type that names the argument, what was expected and what came, and leave
/// the output as it was.
/// </summary>
public class ArgumentTests
{
    public static TheoryData<string> Networks =>
        ["Shapes.DeepLinearSingle", "Shapes.DeepLinearDouble", "OracleNetworks.VectorOutputSingle", "Shapes.LinearDouble", "GlobalNetwork", "Middle.Inner"];

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_wrong_length_is_refused(string name) => TestNetworks.Get(name).Accept(new WrongLengths());

    [Theory]
    [MemberData(nameof(Networks))]
    public void Another_workspace_is_refused(string name) => TestNetworks.Get(name).Accept(new WrongWorkspaces());

    [Theory]
    [MemberData(nameof(Networks))]
    public void An_overlapping_output_is_refused(string name) => TestNetworks.Get(name).Accept(new Overlaps());

    [Theory]
    [MemberData(nameof(Networks))]
    public void Noise_out_of_range_is_refused(string name) => TestNetworks.Get(name).Accept(new NoiseOutOfRange());

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_wrong_number_of_parameters_is_refused(string name) => TestNetworks.Get(name).Accept(new WrongParameterCounts());

    private sealed class WrongLengths : INetworkTest
    {
        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            foreach (Operation<TSelf, T> operation in Operations<TSelf, T>.All)
            {
                var call = new Refusal<TSelf, T>(operation, shape, 3);
                int inputs = shape.InputSize, outputs = 3 * shape.OutputSize, output = operation.OutputLength(shape, 3);
                (call with { X = new T[0] }).IsRefused<ArgumentException>("x", []);
                if (inputs > 1)
                    (call with { X = new T[(3 * inputs) + 1] }).IsRefused<ArgumentException>("x", [inputs, (3 * inputs) + 1]);
                foreach (int wrong in new[] { 0, outputs - 1, outputs + 1 })
                {
                    if (operation.Second is { } second)
                        (call with { Second = new T[wrong] }).IsRefused<ArgumentException>(second, [outputs, wrong]);
                }

                foreach (int wrong in new[] { 0, output - 1, output + 1 })
                {
                    if (operation.Output is { } name)
                        (call with { Output = new T[wrong] }).IsRefused<ArgumentException>(name, [output, wrong]);
                }
            }
        }
    }

    private sealed class WrongWorkspaces : INetworkTest
    {
        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            foreach (Operation<TSelf, T> operation in Operations<TSelf, T>.All)
            {
                if (!operation.NeedsWorkspace)
                    continue;
                var call = new Refusal<TSelf, T>(operation, shape, 3);
                (call with { Settings = OperationSettings<T>.Of(new ForeignWorkspace<T>()) }).IsRefused<ArgumentException>("workspace", []);
                (call with { Settings = OperationSettings<T>.Of(null!) }).IsRefused<ArgumentNullException>("workspace", []);
            }
        }
    }

    private sealed class Overlaps : INetworkTest
    {
        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            foreach (Operation<TSelf, T> operation in Operations<TSelf, T>.All)
            {
                if (operation.Output is not { } name)
                    continue;
                foreach (int batch in new[] { 1, 3 })
                {
                    var call = new Refusal<TSelf, T>(operation, shape, batch);
                    int length = call.Output.Length;

                    // One number in common, at either end.
                    T[] shared = new T[call.X.Length + length - 1];
                    (call with { X = shared.AsMemory(0, call.X.Length), Output = shared.AsMemory(call.X.Length - 1) }).IsRefused<ArgumentException>(name, []);
                    (call with { X = shared.AsMemory(length - 1), Output = shared.AsMemory(0, length) }).IsRefused<ArgumentException>(name, []);
                    if (operation.Second is not null)
                    {
                        shared = new T[call.Second.Length + length - 1];
                        (call with { Second = shared.AsMemory(0, call.Second.Length), Output = shared.AsMemory(call.Second.Length - 1) }).IsRefused<ArgumentException>(name, []);
                    }

                    call.RefusesOutputInParameters(name);
                }
            }
        }
    }

    private sealed class NoiseOutOfRange : INetworkTest
    {
        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            const long End = 1L << 32;
            foreach (Operation<TSelf, T> operation in Operations<TSelf, T>.All)
            {
                var call = new Refusal<TSelf, T>(operation, shape, 3);
                OperationSettings<T> good = call.Settings;
                foreach (double eta in new[] { -1e-3, double.NaN, double.PositiveInfinity, double.NegativeInfinity })
                {
                    if (operation.IsNoisy)
                        (call with { Settings = good with { Noise = good.Noise with { Eta = eta } } }).NoiseIsRefused("Eta", eta);
                    if (operation.IsPenalized)
                        (call with { Settings = good with { Eta = eta } }).IsRefused<ArgumentOutOfRangeException>("eta", [eta]);
                }

                if (!operation.IsNoisy)
                    continue;
                foreach (NoiseSampling sampling in Enum.GetValues<NoiseSampling>())
                {
                    WeightNoise noise = good.Noise with { Sampling = sampling };
                    foreach (long step in new[] { -1L, End, long.MaxValue, long.MinValue })
                        (call with { Settings = good with { Noise = noise with { Step = step } } }).NoiseIsRefused("Step", step);
                    foreach (long first in new[] { -1L, End - 2, End, long.MaxValue, long.MinValue })
                        (call with { Settings = good with { Noise = noise with { FirstExample = first } } }).NoiseIsRefused("FirstExample", first);
                }

                (call with { Settings = good with { Noise = good.Noise with { Sampling = (NoiseSampling)17 } } }).NoiseIsRefused("Sampling", 17);
            }
        }
    }

    private sealed class WrongParameterCounts : INetworkTest
    {
        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            foreach (int wrong in new[] { 0, shape.ParameterCount - 1, shape.ParameterCount + 1 })
            {
                ArgumentException exception = Assert.Throws<ArgumentException>(() => TSelf.Create(new T[wrong]));
                Assert.Equal("parameters", exception.ParamName);
                Assert.Contains($"{shape.ParameterCount}", exception.Message);
                Assert.Contains($"{wrong}", exception.Message);
            }

            TSelf network = TSelf.Create(1);
            foreach (int layer in new[] { -1, shape.LayerCount })
            {
                Assert.Equal("layer", Assert.Throws<ArgumentOutOfRangeException>(() => network.Weights(layer).Length).ParamName);
                Assert.Equal("layer", Assert.Throws<ArgumentOutOfRangeException>(() => network.Biases(layer).Length).ParamName);
            }
        }
    }
}
