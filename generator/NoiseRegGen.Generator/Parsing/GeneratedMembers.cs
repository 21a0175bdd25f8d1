using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using static NoiseRegGen.Generator.Parsing.ParameterRole;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>Every member that the generator adds. A test compares the list with what is really emitted.</summary>
internal static class GeneratedMembers
{
    private static readonly ImmutableArray<GeneratedMember> Surface =
    [
        new("InputSize"),
        new("OutputSize"),
        new("LayerCount"),
        new("ParameterCount"),
        new("ParametersSha256"),
        new("LayerSizes"),
        new("LayerActivations"),
        new("LaplacianMethod"),
        new("Parameters"),
        new("Workspace"),
        new("Kernels"),
        new("Layout"),
        new("_parameters"),
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
        new("Laplacians", [Input, Output, Probe, ParameterRole.Workspace]),
        new("PenalizedGradient", [Input, Input, Output, Eta, Probe, ParameterRole.Workspace]),
        new("ExpandNoise", [Input, Input, Probe, ParameterRole.Workspace]),
        new("CorrectedGradient", [Input, Input, Output, Eta, ParameterRole.Workspace]),
        new("CorrectedGradient", [Input, Input, Output, Eta, Probe, ParameterRole.Workspace]),
    ];

    private static readonly ImmutableArray<string> Helpers =
    [
        "ActivationNorms",
        "Backpropagate",
        "BackpropagateLocal",
        "BackpropagateLocalSingle",
        "BackpropagateNoisy",
        "BackpropagateNoisySingle",
        "BackpropagatePerExample",
        "BackpropagateSingle",
        "BackpropagateToInput",
        "CorrectedGradientSweep",
        "CorrectedPanel",
        "ExpansionSweep",
        "ForwardPanels",
        "ForwardSingle",
        "GradientNormsPanel",
        "GradientSingle",
        "GradientSweep",
        "GramDiagonals",
        "GramFeedback",
        "InputGradientSweep",
        "LaplacianPanel",
        "LaplacianSweep",
        "LoadPanel",
        "LossSweep",
        "NoisyForwardSingle",
        "NoisyForwardSweep",
        "NoisyGradientSingle",
        "NoisyGradientSweep",
        "OutputSeed",
        "PackColumns",
        "ParameterGradientSweep",
        "PenalizeFew",
        "Penalized",
        "PenalizedGradientSweep",
        "PenaltyMerge",
        "PenaltyOfSeeds",
        "PenaltyPanel",
        "PenaltySum",
        "PerturbParameters",
        "Perturbed",
        "PerturbedSingle",
        "ProjectedGradientSweep",
        "Propagate",
        "PropagateLocal",
        "PropagateLocalSingle",
        "PropagateNoisy",
        "PropagateNoisySingle",
        "PropagatePerExample",
        "PropagateSingle",
        "PropagateWithCurvature",
        "PropagateWithThird",
        "ResidualPanel",
        "ResidualSingle",
        "ScaleNorms",
        "SeedPanel",
        "ShiftedResidualPanel",
        "SquaredGradientNormSingle",
        "SquaredGradientNormsSweep",
        "Start",
        "TotalPenalty",
        "UnitAnswer",
        "UnitFeedback",
    ];

    /// <summary>The parameters of the generated constructors.</summary>
    public static readonly ImmutableArray<ImmutableArray<ParameterRole>> Constructors = [[Seed], [Input]];

    /// <summary>All members but the constructors, by name.</summary>
    public static readonly IReadOnlyDictionary<string, ImmutableArray<GeneratedMember>> ByName = Surface
        .Concat(Helpers.Select(static name => new GeneratedMember(name, IsHelper: true)))
        .GroupBy(static member => member.Name)
        .ToDictionary(static group => group.Key, static group => group.ToImmutableArray());
}
