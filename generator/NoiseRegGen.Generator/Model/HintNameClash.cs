using System;

namespace NoiseRegGen.Generator.Model;

/// <summary>A hint name that equals an earlier one (in ordinal order) but for case, and so needs a number.</summary>
/// <param name="Prefix">The name as it would be.</param>
/// <param name="Rank">Its place among those that differ in case only: 2, 3, ...</param>
internal sealed record HintNameClash(string Prefix, int Rank) : IEquatable<HintNameClash>;
