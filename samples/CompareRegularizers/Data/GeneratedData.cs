using System.Collections.Generic;

namespace CompareRegularizers.Data;

/// <summary>Generated data.</summary>
/// <param name="Hidden">The usual units of the hidden layers of a network for it.</param>
internal sealed record GeneratedData(IReadOnlyList<int> Hidden);
