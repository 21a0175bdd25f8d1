using System.Collections.Generic;
using System.Threading;

namespace CompareRegularizers.Literature;

/// <summary>All arms on the splits of one table. Every result is a pure function of its arguments, from any thread.</summary>
internal interface ITableStudy
{
    /// <summary>Tunes and tests every arm on one split.</summary>
    IReadOnlyList<StudyCell> RunSplit(int split, CancellationToken cancellation);
}
