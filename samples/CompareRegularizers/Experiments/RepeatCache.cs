using System.Collections.Generic;
using System.Numerics;
using System.Threading;
using CompareRegularizers.Data;

namespace CompareRegularizers.Experiments;

/// <summary>
/// The data of the repeats that are being worked on. Runs go repeat by repeat, so that two neighbours are enough: a table of
/// several hundred thousand rows is not dealt anew for every run, nor held twenty times.
/// </summary>
internal sealed class RepeatCache<T>(IDataSource source, ulong seed)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Kept = 2;
    private readonly Lock _gate = new();
    private readonly LinkedList<(int Repeat, PreparedRepeat<T> Data)> _entries = new();

    /// <summary>The data of a repeat: the same whether they were kept or not.</summary>
    internal PreparedRepeat<T> Get(int repeat)
    {
        lock (_gate)
        {
            for (var node = _entries.First; node is not null; node = node.Next)
            {
                if (node.Value.Repeat == repeat)
                    return node.Value.Data;
            }

            _entries.AddFirst((repeat, PreparedRepeat<T>.Of(RepeatData.Prepare(source, seed, repeat))));
            if (_entries.Count > Kept)
                _entries.RemoveLast();
            return _entries.First!.Value.Data;
        }
    }
}
