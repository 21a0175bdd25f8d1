namespace NoiseRegGen.Generator;

/// <summary>The names of the pipeline's steps, by which tests ask why a step ran.</summary>
internal static class TrackingNames
{
    /// <summary>One additional file that may define a network, read.</summary>
    public const string ReadFile = nameof(ReadFile);

    /// <summary>One marked class, read (null where the specification is in error).</summary>
    public const string Parse = nameof(Parse);

    /// <summary>One class with the network that its attribute or its file gives: its model (null where the file is in error).</summary>
    public const string Define = nameof(Define);

    /// <summary>The hint names of all classes that equal another's but for case.</summary>
    public const string Clashes = nameof(Clashes);

    /// <summary>One model with its final hint name: the only input of the emitted text.</summary>
    public const string Name = nameof(Name);
}
