using Xunit;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>Tests that run while no other does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
