using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace NoiseRegGen.Infrastructure;

/// <summary>The argument checks of generated code, made once, at the public method; each says which argument, what was expected, what came.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MlpArguments
{
    private const long IndexLimit = 1L << 32;

    /// <summary>The number of rows of a batch; at least one.</summary>
    /// <param name="x">batch x inputs.</param>
    /// <param name="inputs">The network's inputs.</param>
    public static int Batch<T>(ReadOnlySpan<T> x, int inputs)
    {
        if (x.Length == 0 || x.Length % inputs != 0)
            ThrowBatch(x.Length, inputs);
        return x.Length / inputs;
    }

    /// <summary>Checks that a span holds batch x columns numbers.</summary>
    public static void Rows<T>(ReadOnlySpan<T> span, int batch, int columns, string name)
    {
        if (span.Length != (long)batch * columns)
            ThrowRows(span.Length, batch, columns, name);
    }

    /// <summary>Checks the length of a vector of parameters or of their gradient.</summary>
    public static void Parameters<T>(ReadOnlySpan<T> span, int count, string name)
    {
        if (span.Length != count)
            ThrowParameters(span.Length, count, name);
    }

    /// <summary>Checks that an output shares no memory with another argument or with the parameters.</summary>
    public static void Separate<T>(ReadOnlySpan<T> output, string name, ReadOnlySpan<T> other, string otherName)
    {
        if (output.Overlaps(other))
            ThrowOverlap(name, otherName);
    }

    /// <summary>Checks that a workspace was made for this network.</summary>
    /// <typeparam name="TWorkspace">The network's own workspace.</typeparam>
    /// <typeparam name="T">The network's number type.</typeparam>
    public static TWorkspace Workspace<TWorkspace, T>([NotNull] MlpWorkspace<T>? workspace)
        where TWorkspace : MlpWorkspace<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (workspace is not TWorkspace own)
        {
            ThrowWorkspace(workspace, typeof(TWorkspace));
            return null!;
        }

        return own;
    }

    /// <summary>Checks a variance: finite, at least 0.</summary>
    public static void Eta(double eta)
    {
        if (!(eta >= 0 && double.IsFinite(eta)))
            ThrowEta(eta, nameof(eta), "eta");
    }

    /// <summary>Checks a noise value for a call with the given number of rows.</summary>
    public static void Noise(in WeightNoise noise, int batch)
    {
        if (!(noise.Eta >= 0 && double.IsFinite(noise.Eta)))
            ThrowEta(noise.Eta, nameof(noise), "Eta");
        if ((ulong)noise.Step >= (ulong)IndexLimit)
            ThrowIndex(noise.Step, nameof(noise), "Step", "expected an index in [0, 2^32)");
        if ((ulong)noise.FirstExample >= (ulong)IndexLimit || noise.FirstExample + batch > IndexLimit)
            ThrowIndex(noise.FirstExample, nameof(noise), "FirstExample", string.Create(CultureInfo.InvariantCulture, $"expected all of the {batch} presentations of this call in [0, 2^32)"));
        if ((uint)noise.Sampling > (uint)NoiseSampling.LayerWise)
            ThrowSampling(noise.Sampling);
    }

    /// <summary>Checks the factors of a noise value for a network with the given number of layers.</summary>
    public static void Scales(NoiseScales? scales, int layers)
    {
        if (scales is not null && scales.LayerCount != layers)
            ThrowScales(scales.LayerCount, layers);
    }

    /// <summary>Checks the indices of random signs for a call with the given number of rows.</summary>
    public static void Probe(in RandomProbe probe, int batch, string name)
    {
        if ((ulong)probe.Step >= (ulong)IndexLimit)
            ThrowIndex(probe.Step, name, "Step", "expected an index in [0, 2^32)");
        if ((ulong)probe.FirstExample >= (ulong)IndexLimit || probe.FirstExample + batch > IndexLimit)
            ThrowIndex(probe.FirstExample, name, "FirstExample", string.Create(CultureInfo.InvariantCulture, $"expected all of the {batch} presentations of this call in [0, 2^32)"));
    }

    /// <summary>Checks a 0-based layer index.</summary>
    public static void Layer(int layer, int count)
    {
        if ((uint)layer >= (uint)count)
            ThrowLayer(layer, count);
    }

    [DoesNotReturn]
    private static void ThrowBatch(int length, int inputs) => throw new ArgumentException(
        length == 0
            ? string.Create(CultureInfo.InvariantCulture, $"Expected batch x {inputs} numbers with a batch of at least 1, but the span is empty.")
            : string.Create(CultureInfo.InvariantCulture, $"Expected batch x {inputs} numbers, but got {length}, which is not a multiple of {inputs}."),
        "x");

    [DoesNotReturn]
    private static void ThrowRows(int length, int batch, int columns, string name) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"Expected {batch} x {columns} = {(long)batch * columns} numbers for the {batch} rows of x, but got {length}."), name);

    [DoesNotReturn]
    private static void ThrowParameters(int length, int count, string name) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"Expected {count} numbers, one for each parameter, but got {length}."), name);

    [DoesNotReturn]
    private static void ThrowOverlap(string name, string otherName) => throw new ArgumentException(
        $"Expected memory of its own, but it overlaps {otherName}.", name);

    [DoesNotReturn]
    private static void ThrowWorkspace(object? workspace, Type expected)
    {
        if (workspace is null)
            throw new ArgumentNullException(nameof(workspace), $"Expected a {Name(expected)}, but got null.");
        throw new ArgumentException($"Expected a {Name(expected)}, but got a {Name(workspace.GetType())}: each network has a workspace of its own.", nameof(workspace));
    }

    [DoesNotReturn]
    private static void ThrowEta(double eta, string parameter, string name) => throw new ArgumentOutOfRangeException(
        parameter, eta, $"Expected {name}, the variance of the weight noise, to be finite and at least 0.");

    [DoesNotReturn]
    private static void ThrowIndex(long value, string name, string property, string expected) => throw new ArgumentOutOfRangeException(
        name, value, $"{property}: {expected}.");

    [DoesNotReturn]
    private static void ThrowSampling(NoiseSampling sampling) => throw new ArgumentOutOfRangeException(
        "noise", sampling, "Sampling: expected LocalReparameterization, PerExample, PerBatch or LayerWise.");

    [DoesNotReturn]
    private static void ThrowScales(int count, int layers) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"Scales: expected factors for {layers} layers, but got them for {count}."), "noise");

    [DoesNotReturn]
    private static void ThrowLayer(int layer, int count) => throw new ArgumentOutOfRangeException(
        nameof(layer), layer, string.Create(CultureInfo.InvariantCulture, $"Expected a layer from 0 to {count - 1}."));

    private static string Name(Type type) => type.DeclaringType is { } outer ? $"{outer.Name}.{type.Name}" : type.Name;
}
