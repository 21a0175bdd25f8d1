using System;
using System.Numerics;
using System.Threading;

namespace NoiseRegGen.Serving;

/// <summary>
/// The model that is being served: many threads compute with it while another one trains a network of its own and now and then puts a copy here.
/// </summary>
/// <remarks>
/// <para>
/// A network may be shared while nobody writes its parameters; training writes them all the time. So what is served is never trained: publishing
/// makes a new instance with a copy of the parameters and swaps the reference, in one step. Nobody waits for anybody.
/// </para>
/// <para>
/// A request takes <see cref="Current"/> once and computes all of its answer with that instance; the next request takes it again. Every answer is then that of
/// one published model, bit for bit, and a thread never sees an older model after a newer one. Instances that nobody uses any more are collected.
/// </para>
/// </remarks>
/// <example><code>
/// var slot = new ModelSlot&lt;Friction, float&gt;(new Friction(seed: 1));
/// // Any thread:
/// slot.Current.Forward(x, y);
/// // The training thread, after every epoch:
/// slot.Publish(trained);
/// </code></example>
/// <typeparam name="TNet">The network's class.</typeparam>
/// <typeparam name="T">Its number type.</typeparam>
public sealed class ModelSlot<TNet, T>
    where TNet : class, IMlp<TNet, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private TNet _current;

    /// <summary>Begins with a copy of a network.</summary>
    /// <param name="network">Its parameters are copied; nobody may write them meanwhile.</param>
    /// <exception cref="ArgumentException">A parameter is not finite.</exception>
    public ModelSlot(IMlp<TNet, T> network) => _current = Copy(network);

    /// <summary>The model that was published last. Whoever gets it must not write its parameters.</summary>
    public TNet Current => Volatile.Read(ref _current);

    /// <summary>Makes a copy of a network the one that is served. Requests under way end with the model they began with.</summary>
    /// <param name="network">Its parameters are copied; nobody may write them meanwhile, and it may be trained on at once.</param>
    /// <exception cref="ArgumentException">A parameter is not finite; the model that is served stays.</exception>
    public void Publish(IMlp<TNet, T> network)
    {
        // A release: whoever reads the new reference sees the parameters behind it.
        Volatile.Write(ref _current, Copy(network));
    }

    private static TNet Copy(IMlp<TNet, T> network)
    {
        ArgumentNullException.ThrowIfNull(network);
        TNet copy = TNet.Create(network.Parameters);
        ReadOnlySpan<T> parameters = copy.Parameters;
        for (int i = 0; i < parameters.Length; i++)
        {
            if (!T.IsFinite(parameters[i]))
                throw new ArgumentException($"Expected a network of finite parameters, but parameter {i} is {parameters[i]}.", nameof(network));
        }

        return copy;
    }
}
