using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace NoiseRegGen.Files;

/// <summary>
/// The table a network was trained on: the names of its columns and how they are standardised. Saved with a model, so that
/// predicting on another table needs nothing else.
/// </summary>
public sealed partial class DataDescription : IEquatable<DataDescription>
{
    /// <summary>States the description.</summary>
    /// <param name="inputNames">The names of the input columns, in the order of the network's inputs: none empty, all different.</param>
    /// <param name="inputs">Their standardisation.</param>
    /// <param name="targetNames">The names of the target columns, in the order of the outputs; different from the inputs' too.</param>
    /// <param name="targets">Their standardisation.</param>
    /// <exception cref="ArgumentException">A name is missing, empty or used twice, or a standardisation has another number of columns.</exception>
    public DataDescription(
        IEnumerable<string> inputNames, Standardization inputs, IEnumerable<string> targetNames, Standardization targets)
    {
        ArgumentNullException.ThrowIfNull(inputNames);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targetNames);
        ArgumentNullException.ThrowIfNull(targets);
        InputNames = [.. inputNames];
        TargetNames = [.. targetNames];
        Inputs = inputs;
        Targets = targets;
        HashSet<string> seen = new(StringComparer.Ordinal);
        RequireNames(InputNames, inputs.Count, seen, nameof(inputNames));
        RequireNames(TargetNames, targets.Count, seen, nameof(targetNames));
    }

    /// <summary>The names of the input columns.</summary>
    public ImmutableArray<string> InputNames { get; }

    /// <summary>How the inputs are standardised.</summary>
    public Standardization Inputs { get; }

    /// <summary>The names of the target columns.</summary>
    public ImmutableArray<string> TargetNames { get; }

    /// <summary>How the targets are standardised; undone on the outputs.</summary>
    public Standardization Targets { get; }

    /// <inheritdoc/>
    public bool Equals(DataDescription? other) =>
        other is not null
        && InputNames.AsSpan().SequenceEqual(other.InputNames.AsSpan())
        && TargetNames.AsSpan().SequenceEqual(other.TargetNames.AsSpan())
        && Inputs.Equals(other.Inputs)
        && Targets.Equals(other.Targets);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DataDescription);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(InputNames.Length, InputNames[0], TargetNames[0], Inputs, Targets);

    private static void RequireNames(ImmutableArray<string> names, int count, HashSet<string> seen, string parameter)
    {
        if (names.Length != count)
            throw new ArgumentException($"Expected {count} names, one for each standardised column, but got {names.Length}.", parameter);
        foreach (string name in names)
        {
            if (string.IsNullOrEmpty(name))
                throw new ArgumentException("Expected names that are not empty.", parameter);
            if (!seen.Add(name))
                throw new ArgumentException($"Expected every column once, but '{name}' is named twice.", parameter);
        }
    }
}
