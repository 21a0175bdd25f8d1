using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NoiseRegGen.Infrastructure;
using NoiseRegGen.Numerics;

namespace NoiseRegGen.Serving;

/// <summary>
/// A network whose parameters never change again, packed for answering one example at a time as fast as its weights can be read.
/// </summary>
/// <remarks>
/// <para>
/// A network's <see cref="IMlp{TSelf, T}.Parameters"/> are live, so its own forward pass must take the weights as they lie, row by row, and transpose them in registers
/// for a single example. Frozen weights are laid out once in the order in which they are read. The outputs are the network's own, bit for bit; a
/// batch of two or more is the network's own pass.
/// </para>
/// <para>Safe from many threads at once. Takes twice the memory of the parameters or, where layers do not fill their last vectors, somewhat more. Scratch is one buffer per thread, grown on a thread's first call.</para>
/// </remarks>
/// <example><code>
/// var frozen = new FrozenMlp&lt;Friction, float&gt;(trained);
/// frozen.Forward(x, y);
/// </code></example>
/// <typeparam name="TNet">The network's class.</typeparam>
/// <typeparam name="T">Its number type.</typeparam>
public sealed class FrozenMlp<TNet, T>
    where TNet : class, IMlp<TNet, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TNet _network;
    private readonly AlignedBuffer<T> _packed;
    private readonly Layer[] _layers;
    private readonly int _widest;
    private readonly int _inputs;
    private readonly int _outputs;

    /// <summary>Packs a copy of a network's parameters.</summary>
    /// <param name="network">Its parameters are copied; nobody may write them meanwhile.</param>
    public FrozenMlp(IMlp<TNet, T> network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = TNet.Create(network.Parameters);
        ReadOnlySpan<int> sizes = TNet.LayerSizes;
        (_inputs, _outputs) = (sizes[0], sizes[^1]);
        _layers = new Layer[sizes.Length - 1];
        int length = 0;
        for (int l = 0; l < _layers.Length; l++)
        {
            _layers[l] = new Layer(length, sizes[l + 1], sizes[l], TNet.LayerActivations[l]);
            length = checked(length + PackedMatrix.Length<T>(sizes[l + 1], sizes[l]));
            _widest = Math.Max(_widest, PackedMatrix.PaddedRows<T>(sizes[l + 1]));
        }

        _packed = new AlignedBuffer<T>(length);
        for (int l = 0; l < _layers.Length; l++)
            PackedMatrix.Pack<T>(_network.Weights(l), _network.Biases(l), _packed.Span(_layers[l].Start, PackedMatrix.Length<T>(sizes[l + 1], sizes[l])));
    }

    /// <summary>The outputs <c>yhat(x)</c> of a batch; allocates on a thread's first call only.</summary>
    /// <param name="x">batch x inputs, row-major; any batch of at least one row.</param>
    /// <param name="y">batch x outputs; overwritten.</param>
    /// <exception cref="ArgumentException">A wrong length, or <paramref name="y"/> overlaps <paramref name="x"/>.</exception>
    public void Forward(ReadOnlySpan<T> x, Span<T> y)
    {
        if (x.Length != _inputs)
        {
            _network.Forward(x, y);
            return;
        }

        MlpArguments.Rows<T>(y, 1, _outputs, nameof(y));
        MlpArguments.Separate<T>(y, nameof(y), x, nameof(x));
        ref T from = ref MemoryMarshal.GetReference(x);
        ref T scratch = ref ThreadScratch<T>.Start(2 * _widest);
        ref T other = ref Unsafe.Add(ref scratch, _widest);
        foreach (ref readonly Layer layer in _layers.AsSpan())
        {
            // h_l = sigma_l(W_l h_{l-1} + b_l), the layers' units by turns in two buffers.
            PackedMatrix.Multiply(ref Unsafe.Add(ref _packed.Start, layer.Start), layer.Rows, layer.Columns, ref from, ref scratch);
            ActivationPass.Apply(layer.Activation, ref scratch, PackedMatrix.PaddedRows<T>(layer.Rows));
            from = ref scratch;
            scratch = ref other;
            other = ref from;
        }

        MemoryMarshal.CreateReadOnlySpan(ref from, _outputs).CopyTo(y);
    }

    /// <summary>Where a layer's packed parameters start, W's shape, and the activation.</summary>
    private readonly record struct Layer(int Start, int Rows, int Columns, Activation Activation);
}
