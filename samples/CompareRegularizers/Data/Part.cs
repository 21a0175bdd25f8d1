namespace CompareRegularizers.Data;

/// <summary>Examples with one target each.</summary>
/// <param name="Inputs">Examples x inputs, row-major.</param>
/// <param name="Targets">One per example.</param>
internal sealed record Part(double[] Inputs, double[] Targets)
{
    /// <summary>The number of examples.</summary>
    internal int Count => Targets.Length;
}
