using System;

namespace NoiseRegGen.Numerics.Tests.Reference;

/// <summary><c>a + b e</c> with <c>e^2 = 0</c>: forward-mode differentiation along one direction.</summary>
internal readonly record struct Dual<T>(T Primal, T Tangent) : IScalar<Dual<T>>
    where T : struct, IScalar<T>
{
    public double Value => Primal.Value;

    public static Dual<T> Constant(double value) => new(T.Constant(value), T.Constant(0));

    public static Dual<T> Activate(Activation activation, int order, Dual<T> z) =>
        new(T.Activate(activation, order, z.Primal), T.Activate(activation, order + 1, z.Primal) * z.Tangent);

    public static Dual<T> Sqrt(Dual<T> value)
    {
        T root = T.Sqrt(value.Primal);
        return new(root, T.Constant(0.5) * T.Reciprocal(root) * value.Tangent);
    }

    public static Dual<T> Reciprocal(Dual<T> value)
    {
        T inverse = T.Reciprocal(value.Primal);
        return new(inverse, T.Constant(-1) * inverse * inverse * value.Tangent);
    }

    public static Dual<T> operator +(Dual<T> left, Dual<T> right) => new(left.Primal + right.Primal, left.Tangent + right.Tangent);

    public static Dual<T> operator -(Dual<T> left, Dual<T> right) => new(left.Primal - right.Primal, left.Tangent - right.Tangent);

    public static Dual<T> operator *(Dual<T> left, Dual<T> right) =>
        new(left.Primal * right.Primal, (left.Primal * right.Tangent) + (left.Tangent * right.Primal));
}
