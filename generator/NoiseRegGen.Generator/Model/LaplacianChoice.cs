namespace NoiseRegGen.Generator.Model;

/// <summary>The runtime's <c>LaplacianMethod</c>, in the same order.</summary>
internal enum LaplacianChoice
{
    Automatic,
    Exact,
    Probe,
}
