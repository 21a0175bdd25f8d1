using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

/// <summary><c>h = sigma(z)</c> of a layer whose activation is known when it runs only; generated code calls the function itself.</summary>
internal static class ActivationPass
{
    /// <summary>Replaces whole vectors of z by h.</summary>
    /// <param name="activation">sigma.</param>
    /// <param name="z">The first number.</param>
    /// <param name="length">How many numbers, a multiple of <c>Vector&lt;T&gt;.Count</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Apply<T>(Activation activation, ref T z, int length)
        where T : unmanaged
    {
        if (activation == Activation.Identity)
            return;
        for (int at = 0; at < length; at += Vector<T>.Count)
        {
            ref T numbers = ref Unsafe.Add(ref z, at);
            Vector<T> value = Vector.LoadUnsafe(ref numbers);
            value = typeof(T) == typeof(float) ? Value(activation, value.As<T, float>()).As<float, T>() : Value(activation, value.As<T, double>()).As<double, T>();
            Vector.StoreUnsafe(value, ref numbers);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Value(Activation activation, Vector<float> z) => activation switch
    {
        Activation.Relu => ActivationFunctions.Relu(z),
        Activation.LeakyRelu => ActivationFunctions.LeakyRelu(z),
        Activation.Elu => ActivationFunctions.Elu(z),
        Activation.Tanh => ActivationFunctions.Tanh(z),
        Activation.Sigmoid => ActivationFunctions.Sigmoid(z),
        Activation.Softplus => ActivationFunctions.Softplus(z),
        Activation.Softsign => ActivationFunctions.Softsign(z),
        Activation.Silu => ActivationFunctions.Silu(z),
        Activation.Gelu => ActivationFunctions.Gelu(z),
        Activation.Sin => ActivationFunctions.Sin(z),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "No such activation."),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Value(Activation activation, Vector<double> z) => activation switch
    {
        Activation.Relu => ActivationFunctions.Relu(z),
        Activation.LeakyRelu => ActivationFunctions.LeakyRelu(z),
        Activation.Elu => ActivationFunctions.Elu(z),
        Activation.Tanh => ActivationFunctions.Tanh(z),
        Activation.Sigmoid => ActivationFunctions.Sigmoid(z),
        Activation.Softplus => ActivationFunctions.Softplus(z),
        Activation.Softsign => ActivationFunctions.Softsign(z),
        Activation.Silu => ActivationFunctions.Silu(z),
        Activation.Gelu => ActivationFunctions.Gelu(z),
        Activation.Sin => ActivationFunctions.Sin(z),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "No such activation."),
    };
}
