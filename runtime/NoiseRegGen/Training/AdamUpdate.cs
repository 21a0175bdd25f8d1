using System;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Training;

/// <summary>
/// One step of Adam with decoupled decay, the numbers of which are the same for all parameters:
/// <code>
/// m = beta1 m + (1 - beta1) g
/// v = beta2 v + (1 - beta2) g^2
/// w = keep w - a / (1 - beta1^t) m / (sqrt(v) / sqrt(1 - beta2^t) + epsilon)
/// </code>
/// <c>keep</c> is <c>1 - a lambda</c> for AdamW and 1, which changes no bit, for Adam.
/// </summary>
internal readonly struct AdamUpdate<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T _beta1, _oneMinusBeta1, _beta2, _oneMinusBeta2, _rootScale, _epsilon, _rate, _keep;

    internal AdamUpdate(double learningRate, double beta1, double beta2, T epsilon, double weightDecay, long step)
    {
        _beta1 = T.CreateChecked(beta1);
        _oneMinusBeta1 = T.CreateChecked(1 - beta1);
        _beta2 = T.CreateChecked(beta2);
        _oneMinusBeta2 = T.CreateChecked(1 - beta2);
        _rootScale = T.CreateChecked(1 / Math.Sqrt(1 - Math.Pow(beta2, step)));
        _epsilon = epsilon;
        _rate = T.CreateChecked(learningRate / (1 - Math.Pow(beta1, step)));
        _keep = T.CreateChecked(1 - (learningRate * weightDecay));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Apply(Span<T> parameters, ReadOnlySpan<T> gradient, Span<T> mean, Span<T> square)
    {
        ref T w = ref MemoryMarshal.GetReference(parameters);
        ref T g = ref MemoryMarshal.GetReference(gradient);
        ref T m = ref MemoryMarshal.GetReference(mean);
        ref T v = ref MemoryMarshal.GetReference(square);
        Vector<T> beta1 = new(_beta1), oneMinusBeta1 = new(_oneMinusBeta1), beta2 = new(_beta2), oneMinusBeta2 = new(_oneMinusBeta2);
        Vector<T> rootScale = new(_rootScale), epsilon = new(_epsilon), rate = new(_rate), keep = new(_keep);
        int i = 0;
        for (; i <= parameters.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            nuint at = (nuint)i;
            Vector<T> g0 = Vector.LoadUnsafe(ref g, at);
            Vector<T> m1 = (beta1 * Vector.LoadUnsafe(ref m, at)) + (oneMinusBeta1 * g0);
            Vector<T> v1 = (beta2 * Vector.LoadUnsafe(ref v, at)) + (oneMinusBeta2 * (g0 * g0));
            m1.StoreUnsafe(ref m, at);
            v1.StoreUnsafe(ref v, at);
            Vector<T> step = rate * (m1 / ((Vector.SquareRoot(v1) * rootScale) + epsilon));
            ((keep * Vector.LoadUnsafe(ref w, at)) - step).StoreUnsafe(ref w, at);
        }
        ApplyTail(parameters[i..], gradient[i..], mean[i..], square[i..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ApplyTail(Span<T> parameters, ReadOnlySpan<T> gradient, Span<T> mean, Span<T> square)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            T g0 = gradient[i];
            T m1 = mean[i] = (_beta1 * mean[i]) + (_oneMinusBeta1 * g0);
            T v1 = square[i] = (_beta2 * square[i]) + (_oneMinusBeta2 * (g0 * g0));
            parameters[i] = (_keep * parameters[i]) - (_rate * (m1 / ((T.Sqrt(v1) * _rootScale) + _epsilon)));
        }
    }
}
