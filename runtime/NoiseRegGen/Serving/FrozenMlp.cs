using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NoiseRegGen.Infrastructure;
using NoiseRegGen.Numerics;

namespace NoiseRegGen.Serving;

/// <summary>
/// A network whose parameters never change again, packed for answering one example or a few as fast as its weights can be read, and batches of many inputs without moving them.
/// </summary>
/// <remarks>
/// <para>
/// A network's <see cref="IMlp{TSelf, T}.Parameters"/> are live, so its own forward pass must take the weights as they lie: it transposes them in registers
/// for a single example, and examples for a batch. Frozen weights are laid out once with lanes over units, for one example and for more, and examples are read as they come. The outputs are the network's own, bit for bit.
/// </para>
/// <para>
/// Below 192 inputs, whole blocks of two vectors of examples (16 in single precision with vectors of 256 bits) are the network's own pass, which is faster there; the rest of a batch is not.
/// </para>
/// <para>
/// Safe from many threads at once. Takes twice the memory of the parameters, below 192 inputs three times, and, where layers do not fill their last vectors, somewhat more. Scratch
/// is one buffer per thread: twice the widest layer for one example, and for more up to 60 times that, but no more than 256 KB unless six examples need it. It is grown
/// by a thread's first call of either kind.
/// </para>
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
    // From so many inputs on, moving them into lane blocks costs the network's own pass more than it gains.
    private const int WideInputs = 192;

    // All examples of a panel pass by two vectors of units before the next: their inputs and results are to stay in the second-level cache meanwhile.
    private const int PanelBytes = 1 << 18;
    private const int LargestPanel = 60;

    // Null where no batch needs it.
    private readonly TNet? _network;
    private readonly AlignedBuffer<T> _packed;
    private readonly AlignedBuffer<T> _strips;
    private readonly Layer[] _layers;
    private readonly int _widest;
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly int _panel;

    /// <summary>Packs a copy of a network's parameters.</summary>
    /// <param name="network">Its parameters are copied; nobody may write them meanwhile.</param>
    public FrozenMlp(IMlp<TNet, T> network)
    {
        ArgumentNullException.ThrowIfNull(network);
        ReadOnlySpan<int> sizes = TNet.LayerSizes;
        (_inputs, _outputs) = (sizes[0], sizes[^1]);
        _layers = new Layer[sizes.Length - 1];
        int packed = 0, strips = 0;
        for (int l = 0; l < _layers.Length; l++)
        {
            (int columns, int rows) = (sizes[l], sizes[l + 1]);
            _layers[l] = new Layer(packed, strips, rows, columns, PackedStrips.Stride<T>(rows, columns), TNet.LayerActivations[l]);
            packed = checked(packed + PackedMatrix.Length<T>(rows, columns));
            strips = checked(strips + PackedStrips.Length<T>(rows, columns));
            _widest = Math.Max(_widest, Math.Max(PackedMatrix.PaddedRows<T>(rows), PackedStrips.PaddedRows<T>(_layers[l].Stride)));
        }

        _panel = Math.Clamp(PanelBytes / (2 * _widest * Unsafe.SizeOf<T>()) / 6 * 6, 6, LargestPanel);
        _network = _inputs < WideInputs ? TNet.Create(network.Parameters) : null;
        _packed = new AlignedBuffer<T>(packed);
        _strips = new AlignedBuffer<T>(strips);
        for (int l = 0; l < _layers.Length; l++)
        {
            ref readonly Layer layer = ref _layers[l];
            PackedMatrix.Pack<T>(network.Weights(l), network.Biases(l), _packed.Span(layer.Packed, PackedMatrix.Length<T>(layer.Rows, layer.Columns)));
            PackedStrips.Pack<T>(network.Weights(l), network.Biases(l), _strips.Span(layer.Strips, PackedStrips.Length<T>(layer.Rows, layer.Columns)));
        }
    }

    /// <summary>The outputs <c>yhat(x)</c> of a batch; allocates on a thread's first calls only.</summary>
    /// <param name="x">batch x inputs, row-major; any batch of at least one row.</param>
    /// <param name="y">batch x outputs; overwritten.</param>
    /// <exception cref="ArgumentException">A wrong length, or <paramref name="y"/> overlaps <paramref name="x"/>.</exception>
    public void Forward(ReadOnlySpan<T> x, Span<T> y)
    {
        int batch = MlpArguments.Batch(x, _inputs);
        MlpArguments.Rows<T>(y, batch, _outputs, nameof(y));
        MlpArguments.Separate<T>(y, nameof(y), x, nameof(x));
        int blocks = _network is null ? 0 : batch - (batch % (2 * Vector<T>.Count));
        if (blocks > 0)
            _network!.Forward(x[..(blocks * _inputs)], y[..(blocks * _outputs)]);
        if (blocks < batch)
            Rows(x[(blocks * _inputs)..], y[(blocks * _outputs)..], batch - blocks);
    }

    private void Rows(ReadOnlySpan<T> x, Span<T> y, int batch)
    {
        // One or two examples too many for tiles of six and five take less time alone than in a tile that is not full.
        int alone = batch < 20 && batch % 6 < 3 ? batch % 6 : 0, together = batch - alone;
        for (int panels = (together + _panel - 1) / _panel; panels > 0; panels--)
        {
            int examples = Math.Min(together, (together + (6 * panels) - 1) / (6 * panels) * 6);
            Panel(x, y, examples);
            x = x[(examples * _inputs)..];
            y = y[(examples * _outputs)..];
            together -= examples;
        }

        for (; alone > 0; alone--)
        {
            One(x, y);
            x = x[_inputs..];
            y = y[_outputs..];
        }
    }

    // h_l = sigma_l(W_l h_{l-1} + b_l), the layers' units by turns in two buffers.
    private void One(ReadOnlySpan<T> x, Span<T> y)
    {
        ref T from = ref MemoryMarshal.GetReference(x), scratch = ref ThreadScratch<T>.Start(2 * _widest), other = ref Unsafe.Add(ref scratch, _widest);
        foreach (ref readonly Layer layer in _layers.AsSpan())
        {
            PackedMatrix.Multiply(ref Unsafe.Add(ref _packed.Start, layer.Packed), layer.Rows, layer.Columns, ref from, ref scratch);
            ActivationPass.Apply(layer.Activation, ref scratch, 1, 0, PackedMatrix.PaddedRows<T>(layer.Rows));
            from = ref scratch;
            scratch = ref other;
            other = ref from;
        }

        MemoryMarshal.CreateReadOnlySpan(ref from, _outputs).CopyTo(y);
    }

    // H_l = sigma_l(H_{l-1} W_l^T + b_l), one example a row.
    private void Panel(ReadOnlySpan<T> x, Span<T> y, int examples)
    {
        int room = _panel * _widest;
        ref T from = ref MemoryMarshal.GetReference(x), scratch = ref ThreadScratch<T>.Start(2 * room), other = ref Unsafe.Add(ref scratch, room);
        int stride = _inputs;
        foreach (ref readonly Layer layer in _layers.AsSpan())
        {
            PackedStrips.Multiply(ref Unsafe.Add(ref _strips.Start, layer.Strips), layer.Rows, layer.Columns, layer.Activation, ref from, stride, ref scratch, examples);
            stride = layer.Stride;
            from = ref scratch;
            scratch = ref other;
            other = ref from;
        }

        if (stride == _outputs)
        {
            MemoryMarshal.CreateReadOnlySpan(ref from, examples * stride).CopyTo(y);
            return;
        }

        for (int example = 0; example < examples; example++)
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref from, example * stride), _outputs).CopyTo(y[(example * _outputs)..]);
    }

    /// <summary>Where a layer's parameters start, packed for one example and in strips for more, W's shape, the distance of two examples' results, and the activation.</summary>
    private readonly record struct Layer(int Packed, int Strips, int Rows, int Columns, int Stride, Activation Activation);
}
