using System;

namespace NoiseRegGen.Numerics.Tests.Reference;

/// <summary>Plain double precision.</summary>
internal readonly record struct Exact(double Value) : IScalar<Exact>
{
    public static Exact Constant(double value) => new(value);

    public static Exact Activate(Activation activation, int order, Exact z) => new(ActivationFunction.Derivative(activation, order, z.Value));

    public static Exact Sqrt(Exact value) => new(Math.Sqrt(value.Value));

    public static Exact Reciprocal(Exact value) => new(1 / value.Value);

    public static Exact operator +(Exact left, Exact right) => new(left.Value + right.Value);

    public static Exact operator -(Exact left, Exact right) => new(left.Value - right.Value);

    public static Exact operator *(Exact left, Exact right) => new(left.Value * right.Value);
}
