namespace NoiseRegGen.Generator.Model;

/// <summary>The runtime's <c>Precision</c>, in the same order.</summary>
internal enum ScalarKind
{
    Single,
    Double,
}
