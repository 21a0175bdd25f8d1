namespace NoiseRegGen.Generator.Parsing;

/// <summary>The types that parameters of generated members have, <c>T</c> being the network's number type.</summary>
internal enum ParameterRole
{
    /// <summary><c>ReadOnlySpan&lt;T&gt;</c>.</summary>
    Input,

    /// <summary><c>Span&lt;T&gt;</c>.</summary>
    Output,

    /// <summary><c>MlpWorkspace&lt;T&gt;</c> or the network's own.</summary>
    Workspace,

    /// <summary><c>in WeightNoise</c>.</summary>
    Noise,

    /// <summary><c>in RandomProbe</c>.</summary>
    Probe,

    /// <summary><c>double</c>.</summary>
    Eta,

    /// <summary><c>int</c>.</summary>
    Layer,

    /// <summary><c>ulong</c>.</summary>
    Seed,
}
