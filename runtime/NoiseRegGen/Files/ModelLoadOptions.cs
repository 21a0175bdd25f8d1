namespace NoiseRegGen.Files;

/// <summary>What a file that is loaded may be. By default: of the network's own precision, and every number finite, and the parameters those that the class was compiled for, if it names any.</summary>
public sealed record ModelLoadOptions
{
    /// <summary>
    /// Whether single precision may be widened (exactly) to double, and double rounded to single (a number that becomes infinite
    /// counts as not finite).
    /// </summary>
    public bool ConvertPrecision { get; init; }

    /// <summary>Whether parameters may be NaN or infinite.</summary>
    public bool AllowNonFinite { get; init; }

    /// <summary>
    /// Whether a class that a file defines (<c>[Mlp("friction.mlp.json")]</c>) takes other parameters than those that the file was saved
    /// with: newly trained ones, before it is compiled again.
    /// </summary>
    public bool AllowOtherParameters { get; init; }
}
