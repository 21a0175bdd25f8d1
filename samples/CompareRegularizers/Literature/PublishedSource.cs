using System;
using System.Linq;
using CompareRegularizers.Data;

namespace CompareRegularizers.Literature;

/// <summary>
/// A table in the 20 splits of Hernandez-Lobato and Adams (2015), which Gal and Ghahramani (2016) use too: 90 % to fit and 10 % to
/// test, permuted by NumPy's generator from seed 1. The last fifth of the 90 % is the validation part, as in the latter's programs.
/// </summary>
internal sealed class PublishedSource : IDataSource
{
    /// <summary>The number of splits.</summary>
    internal const int SplitCount = 20;

    private readonly DataTable _table;
    private readonly int[][] _permutations;

    /// <summary>Deals the rows.</summary>
    /// <param name="name">What reports call it.</param>
    /// <param name="table">The target is its last column.</param>
    internal PublishedSource(string name, DataTable table)
    {
        (Name, _table) = (name, table);
        var random = new NumPyRandom(seed: 1);
        _permutations = [.. Enumerable.Range(0, SplitCount).Select(_ => random.Permutation(table.RowCount))];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int InputCount => _table.Columns.Count - 1;

    /// <inheritdoc/>
    public int TrainCount => (int)(0.8 * FitCount);

    /// <inheritdoc/>
    public string TargetName => _table.Columns[^1];

    /// <inheritdoc/>
    public string TestDescription => "a tenth of the rows, as published";

    /// <summary>The number of rows that are not tested on.</summary>
    internal int FitCount => (int)Math.Round(0.9 * _table.RowCount);

    /// <summary>A split to tune on; of the seed it does not depend.</summary>
    public Split Draw(ulong seed, int repeat)
    {
        ReadOnlySpan<int> rows = _permutations[repeat];
        return new Split(Take(rows[..TrainCount]), Take(rows[TrainCount..FitCount]), Take(rows[FitCount..]));
    }

    /// <inheritdoc/>
    public string InputName(int input) => _table.Columns[input];

    /// <summary>The same split with training and validation part in one.</summary>
    internal Split DrawWhole(int repeat)
    {
        ReadOnlySpan<int> rows = _permutations[repeat];
        Part test = Take(rows[FitCount..]);
        return new Split(Take(rows[..FitCount]), test, test);
    }

    private Part Take(ReadOnlySpan<int> rows)
    {
        var inputs = new double[rows.Length * InputCount];
        var targets = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < InputCount; j++)
                inputs[(i * InputCount) + j] = _table[rows[i], j];
            targets[i] = _table[rows[i], InputCount];
        }

        return new Part(inputs, targets);
    }
}
