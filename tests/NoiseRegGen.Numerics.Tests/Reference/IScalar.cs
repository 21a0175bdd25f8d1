using System.Numerics;

namespace NoiseRegGen.Numerics.Tests.Reference;

/// <summary>
/// The arithmetic that the reference is written in, so that one text of the definitions gives values (<see cref="Exact"/>),
/// derivatives (<see cref="Dual{T}"/>, <see cref="Taylor{T}"/>) and the effect of rounding (<see cref="Rounded{TFormat}"/>).
/// </summary>
internal interface IScalar<TSelf> : IAdditionOperators<TSelf, TSelf, TSelf>, ISubtractionOperators<TSelf, TSelf, TSelf>, IMultiplyOperators<TSelf, TSelf, TSelf>
    where TSelf : struct, IScalar<TSelf>
{
    /// <summary>The value, without its derivatives.</summary>
    double Value { get; }

    /// <summary>A constant.</summary>
    static abstract TSelf Constant(double value);

    /// <summary><c>sigma^(order)(z)</c>.</summary>
    static abstract TSelf Activate(Activation activation, int order, TSelf z);

    /// <summary>The square root of a positive number.</summary>
    static abstract TSelf Sqrt(TSelf value);

    /// <summary><c>1 / value</c>.</summary>
    static abstract TSelf Reciprocal(TSelf value);
}
