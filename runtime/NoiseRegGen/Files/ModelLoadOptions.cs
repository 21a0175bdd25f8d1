namespace NoiseRegGen.Files;

/// <summary>What a file that is loaded may be. By default: of the network's own precision, and every number finite.</summary>
public sealed record ModelLoadOptions
{
    /// <summary>
    /// Whether single precision may be widened (exactly) to double, and double rounded to single (a number that becomes infinite
    /// counts as not finite).
    /// </summary>
    public bool ConvertPrecision { get; init; }

    /// <summary>Whether parameters may be NaN or infinite.</summary>
    public bool AllowNonFinite { get; init; }
}
