namespace CompareRegularizers.Data;

/// <summary>Which data, and how: a user's table or generated data by name.</summary>
internal sealed record DataChoice
{
    /// <summary>The key of the data that are used when none are named.</summary>
    internal const string Default = "friedman1";

    /// <summary>A file, or a key of <see cref="DataRegistry"/>; <c>./friedman1</c> is a file.</summary>
    internal string Data { get; init; } = Default;

    /// <summary>The column of a file to predict, by name or position.</summary>
    internal string? Target { get; init; }

    /// <summary>How a file is read.</summary>
    internal CsvSettings Csv { get; init; } = new();

    /// <summary>How many examples to generate to train on; null for the usual number.</summary>
    internal int? TrainCount { get; init; }

    /// <summary>The standard deviation of generated label noise; null for the usual one.</summary>
    internal double? LabelNoise { get; init; }

    /// <summary>The kind of generated data, or null for a file.</summary>
    internal GeneratedData? Generated => DataRegistry.Find(Data);

    /// <summary>Opens it.</summary>
    /// <exception cref="UserErrorException">The table is not usable.</exception>
    internal IDataSource Open() =>
        Generated is { } data ? data.Open(TrainCount, LabelNoise) : new TableSource(CsvTable.Read(Data, Csv), Target!);
}
