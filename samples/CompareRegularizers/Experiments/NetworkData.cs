using System;
using System.Numerics;
using CompareRegularizers.Data;

namespace CompareRegularizers.Experiments;

/// <summary>Examples in the number type of a network.</summary>
/// <param name="Inputs">Examples x inputs.</param>
/// <param name="Targets">One per example.</param>
internal sealed record NetworkData<T>(T[] Inputs, T[] Targets)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The number of examples.</summary>
    internal int Count => Targets.Length;

    /// <summary>A part's numbers, rounded to the type.</summary>
    internal static NetworkData<T> Of(Part part) =>
        new(Array.ConvertAll(part.Inputs, T.CreateChecked), Array.ConvertAll(part.Targets, T.CreateChecked));

    /// <summary>The first examples, at most so many.</summary>
    internal NetworkData<T> First(int count) =>
        count >= Count ? this : new(Inputs[..(count * (Inputs.Length / Count))], Targets[..count]);
}
