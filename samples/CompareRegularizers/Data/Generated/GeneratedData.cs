using System;
using System.Collections.Generic;

namespace CompareRegularizers.Data;

/// <summary>A kind of generated data that can be chosen by name.</summary>
/// <param name="Key">Its name on the command line and in files.</param>
/// <param name="Description">What it is, for the help.</param>
/// <param name="Hidden">The usual units of the hidden layers of a network for it; none for a linear one.</param>
/// <param name="TrainCount">The usual number of examples to train on.</param>
/// <param name="Create">Makes the source: examples to train on, and the label noise or null for the usual one.</param>
internal sealed record GeneratedData(
    string Key, string Description, IReadOnlyList<int> Hidden, int TrainCount, Func<int, double?, GeneratedSource> Create)
{
    /// <summary>The source, with the usual settings where none are given.</summary>
    /// <param name="trainCount">Examples to train on, at least 2.</param>
    /// <param name="noise">The standard deviation of the label noise, at least 0, in the target's units.</param>
    internal GeneratedSource Open(int? trainCount = null, double? noise = null) => Create(trainCount ?? TrainCount, noise);
}
