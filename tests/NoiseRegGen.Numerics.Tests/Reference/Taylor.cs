namespace NoiseRegGen.Numerics.Tests.Reference;

/// <summary><c>f(t) = Primal + First t + Second t^2 + O(t^3)</c>: the second derivative along one line is <c>2 Second</c>.</summary>
internal readonly record struct Taylor<T>(T Primal, T First, T Second) : IScalar<Taylor<T>>
    where T : struct, IScalar<T>
{
    public double Value => Primal.Value;

    public static Taylor<T> Constant(double value) => new(T.Constant(value), T.Constant(0), T.Constant(0));

    public static Taylor<T> Activate(Activation activation, int order, Taylor<T> z)
    {
        T first = T.Activate(activation, order + 1, z.Primal);
        T halfSecond = T.Constant(0.5) * T.Activate(activation, order + 2, z.Primal);
        return new(T.Activate(activation, order, z.Primal), first * z.First, (first * z.Second) + (halfSecond * z.First * z.First));
    }

    public static Taylor<T> Sqrt(Taylor<T> value)
    {
        // (r + r1 t + r2 t^2)^2 = value, coefficient by coefficient.
        T root = T.Sqrt(value.Primal), half = T.Constant(0.5) * T.Reciprocal(root);
        T first = half * value.First;
        return new(root, first, half * (value.Second - (first * first)));
    }

    public static Taylor<T> Reciprocal(Taylor<T> value)
    {
        // (r + r1 t + r2 t^2) value = 1, coefficient by coefficient.
        T inverse = T.Reciprocal(value.Primal), negative = T.Constant(-1) * inverse;
        T first = negative * inverse * value.First;
        return new(inverse, first, negative * ((value.Second * inverse) + (value.First * first)));
    }

    public static Taylor<T> operator +(Taylor<T> left, Taylor<T> right) =>
        new(left.Primal + right.Primal, left.First + right.First, left.Second + right.Second);

    public static Taylor<T> operator -(Taylor<T> left, Taylor<T> right) =>
        new(left.Primal - right.Primal, left.First - right.First, left.Second - right.Second);

    public static Taylor<T> operator *(Taylor<T> left, Taylor<T> right) => new(
        left.Primal * right.Primal,
        (left.Primal * right.First) + (left.First * right.Primal),
        (left.Primal * right.Second) + (left.First * right.First) + (left.Second * right.Primal));
}
