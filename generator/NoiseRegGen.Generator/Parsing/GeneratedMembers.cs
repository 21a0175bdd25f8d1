using System.Collections.Immutable;
using System.Linq;
using static NoiseRegGen.Generator.Parsing.ParameterRole;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Every member that the generator adds. A test compares the list with what is really emitted.</summary>
internal static class GeneratedMembers
{
    /// <summary>All members but the constructors.</summary>
    public static readonly ImmutableArray<GeneratedMember> All =
    [
        new("InputSize"),
        new("OutputSize"),
        new("LayerCount"),
        new("ParameterCount"),
        new("LayerSizes"),
        new("LayerActivations"),
        new("Parameters"),
        new("Workspace"),
        new("Kernels"),
        new("Create", [Seed]),
        new("Create", [Input]),
        new("CreateWorkspace", []),
        new("Weights", [Layer]),
        new("Biases", [Layer]),
        new("Forward", [Input, Output]),
        new("Forward", [Input, Output, ParameterRole.Workspace]),
        new("Loss", [Input, Input, ParameterRole.Workspace]),
        new("Gradient", [Input, Input, Output, ParameterRole.Workspace]),
        new("ParameterGradient", [Input, Input, Output, ParameterRole.Workspace]),
        new("InputGradient", [Input, Input, Output, ParameterRole.Workspace]),
        new("NoisyForward", [Input, Output, Noise, ParameterRole.Workspace]),
        new("NoisyGradient", [Input, Input, Output, Noise, ParameterRole.Workspace]),
        new("SquaredGradientNorms", [Input, Output, ParameterRole.Workspace]),
        new("Laplacians", [Input, Output, ParameterRole.Workspace]),
        new("PenalizedGradient", [Input, Input, Output, Eta, ParameterRole.Workspace]),
        new("ExpandNoise", [Input, Input, ParameterRole.Workspace]),
    ];

    /// <summary>The parameters of the generated constructors.</summary>
    public static readonly ImmutableArray<ImmutableArray<ParameterRole>> Constructors = [[Seed], [Input]];

    /// <summary>All members of one name, looked up in place of a LINQ chain at every member of every class.</summary>
    public static readonly ImmutableDictionary<string, ImmutableArray<GeneratedMember>> ByName =
        All.GroupBy(static member => member.Name).ToImmutableDictionary(static group => group.Key, static group => group.ToImmutableArray());
}
