using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace CompareRegularizers.Literature;

/// <summary>All arms on all tables: a piece of work for every table and split, with its place in the result whatever the threads do.</summary>
internal sealed class Study
{
    private readonly StudySettings _settings;
    private readonly ITableStudy[] _tables;

    /// <summary>Reads the tables.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="settings">The settings.</param>
    /// <exception cref="UserErrorException">One is not usable.</exception>
    internal Study(string folder, StudySettings settings)
    {
        _settings = settings;
        _tables = [.. PublishedTable.All.Select(table => table.Open(folder)).Select(Bind)];
    }

    /// <summary>Runs everything, and writes a line whenever a tenth is done.</summary>
    /// <returns>By table, split and arm.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal IReadOnlyList<StudyCell> Run(int threads, TextWriter? progress, CancellationToken cancellation)
    {
        int count = _tables.Length * _settings.Splits, done = 0;
        var cells = new IReadOnlyList<StudyCell>[count];
        var gate = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        // One at a time, and the largest tables first: no thread is left idle at the end.
        Parallel.ForEach(
            Partitioner.Create(Enumerable.Range(0, count).Reverse(), EnumerablePartitionerOptions.NoBuffering),
            options,
            piece =>
            {
                cells[piece] = _tables[piece / _settings.Splits].RunSplit(piece % _settings.Splits, cancellation);
                lock (gate)
                {
                    done++;
                    if (done * 10 / count > (done - 1) * 10 / count)
                        progress?.WriteLine($"{done * 100 / count,3} % ({done} of {count})");
                }
            });
        return [.. cells.SelectMany(split => split)];
    }

    private ITableStudy Bind(PublishedSource source) => source.InputCount switch
    {
        6 => new TableStudy<SixInputs>(source, _settings),
        8 => new TableStudy<EightInputs>(source, _settings),
        _ => throw new UserErrorException($"{source.Name}.csv has {source.InputCount + 1} columns; the published table has 7 or 9."),
    };
}
