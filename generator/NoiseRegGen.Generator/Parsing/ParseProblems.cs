using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>What is wrong with one class: counted for the generator, reported by the analyzer.</summary>
/// <param name="report">Where to report, or null to be silent.</param>
internal sealed class ParseProblems(Action<Diagnostic>? report)
{
    /// <summary>Whether there is any problem so far.</summary>
    public bool Any { get; private set; }

    /// <summary>Notes a problem.</summary>
    public void Add(DiagnosticDescriptor descriptor, Location location, params object[] arguments) =>
        Add(descriptor, location, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <summary>Notes a problem of an outer type, which is reported with that type (see <see cref="OuterTypes"/>).</summary>
    public void AddOuter() => Any = true;

    /// <summary>Notes a problem, with what a code fix needs to know.</summary>
    public void Add(
        DiagnosticDescriptor descriptor, Location location, ImmutableDictionary<string, string?> properties, params object[] arguments)
    {
        Any = true;
        report?.Invoke(Diagnostic.Create(descriptor, location, properties, arguments));
    }
}
