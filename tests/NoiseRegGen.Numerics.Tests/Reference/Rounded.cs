using System;

namespace NoiseRegGen.Numerics.Tests.Reference;

/// <summary>
/// Double precision in which every operation is spoiled at random as badly as <typeparamref name="TFormat"/> may spoil it: what a
/// computation in that format loses can be read off by running it a few times (stochastic arithmetic, Vignes 1974).
/// </summary>
/// <typeparam name="TFormat"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly record struct Rounded<TFormat>(double Value) : IScalar<Rounded<TFormat>>
    where TFormat : unmanaged
{
    // What is granted to the activations: 3 ulp of the value, and the bounds in runtime/NoiseRegGen/Numerics/README.md, 2^-22 of the
    // first, 2^-21 of the second and 2^-19 of the third derivative for float, hence 2, 4 and 16 units of 2^-23; the same multiples for double.
    private const double ActivationUlps = 3;
    private const double FirstDerivativeUlps = 2;
    private const double SecondDerivativeUlps = 4;
    private const double ThirdDerivativeUlps = 16;

    [ThreadStatic]
    private static ulong _state;

    /// <summary>The largest relative error of one rounding to nearest.</summary>
    public static double UnitRoundoff => typeof(TFormat) == typeof(float) ? Math.Pow(2, -24) : Math.Pow(2, -53);

    private static double Spoiling => typeof(TFormat) == typeof(float) ? UnitRoundoff : 2 * UnitRoundoff;

    /// <summary>Starts the random roundings of this thread anew, so that a computation can be repeated.</summary>
    public static void Seed(int seed) => _state = (ulong)seed;

    public static Rounded<TFormat> Constant(double value) => new(value);

    public static Rounded<TFormat> Activate(Activation activation, int order, Rounded<TFormat> z)
    {
        double value = ActivationFunction.Derivative(activation, order, z.Value);
        if (activation is Activation.Identity or Activation.Relu || (activation == Activation.LeakyRelu && order > 0))
            return new(value);
        double ulp = 2 * UnitRoundoff;
        double error = order switch
        {
            0 => ActivationUlps * ulp * Math.Abs(value),
            1 => FirstDerivativeUlps * ulp,
            2 => SecondDerivativeUlps * ulp,
            _ => ThirdDerivativeUlps * ulp,
        };
        return new(value + (error * RandomSign()));
    }

    public static Rounded<TFormat> Sqrt(Rounded<TFormat> value) => Round(Math.Sqrt(value.Value));

    public static Rounded<TFormat> Reciprocal(Rounded<TFormat> value) => Round(1 / value.Value);

    public static Rounded<TFormat> operator +(Rounded<TFormat> left, Rounded<TFormat> right) => Round(left.Value + right.Value);

    public static Rounded<TFormat> operator -(Rounded<TFormat> left, Rounded<TFormat> right) => Round(left.Value - right.Value);

    public static Rounded<TFormat> operator *(Rounded<TFormat> left, Rounded<TFormat> right) => Round(left.Value * right.Value);

    // A double spoiled by less than half of its last place would be rounded back to what it was: there the spoiling reaches a whole one.
    private static Rounded<TFormat> Round(double value) => new(value + (Spoiling * value * RandomSign()));

    // Uniform in [-1, 1): the high bits of a linear congruential generator (Knuth's MMIX), which is all that is needed and cheap.
    private static double RandomSign()
    {
        _state = (_state * 6364136223846793005) + 1442695040888963407;
        return (long)_state / 9223372036854775808.0;
    }
}
