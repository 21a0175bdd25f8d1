namespace NoiseRegGen;

/// <summary>The number type of a network's parameters, data and arithmetic.</summary>
public enum Precision
{
    /// <summary><see cref="float"/>.</summary>
    Single,

    /// <summary><see cref="double"/>.</summary>
    Double,
}
