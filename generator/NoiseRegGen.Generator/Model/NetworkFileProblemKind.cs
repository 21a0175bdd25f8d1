namespace NoiseRegGen.Generator.Model;

/// <summary>The kinds of mistakes in a network's file; each has a diagnostic of its own.</summary>
internal enum NetworkFileProblemKind
{
    /// <summary>The text is not of the format: no JSON, a member missing, unknown or of another type, another version.</summary>
    Format,

    /// <summary>An activation or a precision that there is not.</summary>
    UnknownName,

    /// <summary>Sizes out of range, or not as many activations as layers.</summary>
    Shape,
}
