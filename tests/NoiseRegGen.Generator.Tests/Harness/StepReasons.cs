using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NoiseRegGen.Generator.Tests.Harness;

/// <summary>Why the steps of a run produced what they did, as text that a test can state in full.</summary>
internal static class StepReasons
{
    public static readonly ImmutableArray<string> Names =
        [TrackingNames.ReadFile, TrackingNames.Parse, TrackingNames.Define, TrackingNames.Clashes, TrackingNames.Name];

    /// <summary>
    /// All reasons: <c>Parse: Unchanged | Clashes: Unchanged | Name: Cached | Output: Cached</c>, one word per class; with those of reading
    /// files and of taking networks from them where there are such files.
    /// </summary>
    public static string Describe(GeneratorRunResult result) => string.Join(
        " | ",
        NamesFor(result).Select(name => $"{name}: {Join(OutputsOf(result, name))}").Append($"Output: {Join(FinalOutputsOf(result))}"));

    /// <summary>All reasons, one by one.</summary>
    public static IEnumerable<string> AllOf(GeneratorRunResult result) =>
        Names.SelectMany(name => OutputsOf(result, name)).Concat(FinalOutputsOf(result)).Select(static output => output.Reason.ToString());

    /// <summary>The values that a named step produced. A step that never ran has none.</summary>
    public static IEnumerable<(object Value, IncrementalStepRunReason Reason)> OutputsOf(GeneratorRunResult result, string step) =>
        result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs)
            ? runs.SelectMany(static run => run.Outputs)
            : [];

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> FinalOutputsOf(GeneratorRunResult result) =>
        result.TrackedOutputSteps.Values.SelectMany(static runs => runs).SelectMany(static run => run.Outputs);

    private static IEnumerable<string> NamesFor(GeneratorRunResult result) => OutputsOf(result, TrackingNames.ReadFile).Any()
        ? Names
        : Names.Except([TrackingNames.ReadFile, TrackingNames.Define]);

    private static string Join(IEnumerable<(object Value, IncrementalStepRunReason Reason)> outputs) =>
        outputs.Any() ? string.Join(", ", outputs.Select(static output => output.Reason)) : "none";
}
