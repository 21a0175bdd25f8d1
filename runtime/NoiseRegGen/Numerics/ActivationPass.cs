using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NoiseRegGen.Numerics;

/// <summary><c>h = sigma(z)</c> of a layer whose activation is known when it runs only; generated code calls the function itself.</summary>
internal static class ActivationPass
{
    // The activation as a type, so that each has a loop of its own.
    private interface IChoice
    {
        static abstract Activation Activation { get; }
    }

    /// <summary>Replaces rows of z by h.</summary>
    /// <param name="activation">sigma.</param>
    /// <param name="z">The first number.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <param name="length">How many numbers a row has, a multiple of <c>Vector&lt;T&gt;.Count</c>.</param>
    internal static void Apply<T>(Activation activation, ref T z, int rows, nint stride, int length)
        where T : unmanaged
    {
        switch (activation)
        {
            case Activation.Identity:
                break;
            case Activation.Relu:
                Rows<T, Relu>(ref z, rows, stride, length);
                break;
            case Activation.LeakyRelu:
                Rows<T, LeakyRelu>(ref z, rows, stride, length);
                break;
            case Activation.Elu:
                Rows<T, Elu>(ref z, rows, stride, length);
                break;
            case Activation.Tanh:
                Rows<T, Tanh>(ref z, rows, stride, length);
                break;
            case Activation.Sigmoid:
                Rows<T, Sigmoid>(ref z, rows, stride, length);
                break;
            case Activation.Softplus:
                Rows<T, Softplus>(ref z, rows, stride, length);
                break;
            case Activation.Softsign:
                Rows<T, Softsign>(ref z, rows, stride, length);
                break;
            case Activation.Silu:
                Rows<T, Silu>(ref z, rows, stride, length);
                break;
            case Activation.Gelu:
                Rows<T, Gelu>(ref z, rows, stride, length);
                break;
            case Activation.Sin:
                Rows<T, Sin>(ref z, rows, stride, length);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(activation), activation, "No such activation.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Rows<T, TChoice>(ref T z, int rows, nint stride, int length)
        where T : unmanaged
        where TChoice : struct, IChoice
    {
        for (; rows > 0; rows--)
        {
            for (nint at = 0; at < length; at += Vector<T>.Count)
                Replace<T, TChoice>(ref Unsafe.Add(ref z, at));
            z = ref Unsafe.Add(ref z, stride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Replace<T, TChoice>(ref T z)
        where T : unmanaged
        where TChoice : struct, IChoice
    {
        Vector<T> value = Vector.LoadUnsafe(ref z);
        value = typeof(T) == typeof(float)
            ? Value(TChoice.Activation, value.As<T, float>()).As<float, T>()
            : Value(TChoice.Activation, value.As<T, double>()).As<double, T>();
        Vector.StoreUnsafe(value, ref z);
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

    private readonly struct Relu : IChoice
    {
        public static Activation Activation => Activation.Relu;
    }

    private readonly struct LeakyRelu : IChoice
    {
        public static Activation Activation => Activation.LeakyRelu;
    }

    private readonly struct Elu : IChoice
    {
        public static Activation Activation => Activation.Elu;
    }

    private readonly struct Tanh : IChoice
    {
        public static Activation Activation => Activation.Tanh;
    }

    private readonly struct Sigmoid : IChoice
    {
        public static Activation Activation => Activation.Sigmoid;
    }

    private readonly struct Softplus : IChoice
    {
        public static Activation Activation => Activation.Softplus;
    }

    private readonly struct Softsign : IChoice
    {
        public static Activation Activation => Activation.Softsign;
    }

    private readonly struct Silu : IChoice
    {
        public static Activation Activation => Activation.Silu;
    }

    private readonly struct Gelu : IChoice
    {
        public static Activation Activation => Activation.Gelu;
    }

    private readonly struct Sin : IChoice
    {
        public static Activation Activation => Activation.Sin;
    }
}
