using System;

namespace CompareRegularizers.Data;

/// <summary>A target without its noise.</summary>
/// <param name="x">The inputs of one example.</param>
internal delegate double TargetFunction(ReadOnlySpan<double> x);
