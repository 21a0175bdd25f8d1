namespace NoiseRegGen.Generator.Model;

/// <summary>A class with the attribute, before the file that it may name has been looked at.</summary>
/// <param name="Type">The user's class.</param>
/// <param name="Network">Its layers and number type where the attribute gives them; null where a file does.</param>
/// <param name="File">The file that the attribute names, or null.</param>
/// <param name="FitsSingle">Whether the class can hold the members of a network in single precision.</param>
/// <param name="FitsDouble">Whether it can hold those of one in double precision.</param>
internal sealed record MarkedClass(TypeModel Type, NetworkModel? Network, FileReference? File, bool FitsSingle, bool FitsDouble)
{
    /// <summary>Whether the class can hold the members of a network of that number type.</summary>
    public bool Fits(ScalarKind scalar) => scalar == ScalarKind.Single ? FitsSingle : FitsDouble;
}
