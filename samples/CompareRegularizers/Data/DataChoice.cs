namespace CompareRegularizers.Data;

/// <summary>Which data, and how: a user's table or generated data by name.</summary>
internal sealed record DataChoice
{
    /// <summary>The key of the data that are used when none are named.</summary>
    internal const string Default = "friedman1";

    /// <summary>A file, or the key of generated data.</summary>
    internal string Data { get; init; } = Default;

    /// <summary>The column of a file to predict, by name or position.</summary>
    internal string? Target { get; init; }

    /// <summary>The kind of generated data, or null for a file.</summary>
    internal GeneratedData? Generated => Data == Default ? new GeneratedData([32, 32]) : null;

    /// <summary>Opens it.</summary>
    /// <exception cref="UserErrorException">The table is not usable.</exception>
    internal IDataSource Open() => Data == Default
        ? new Friedman1(trainCount: 200, validationCount: 200, testCount: 5000)
        : new TableSource(CsvTable.Read(Data), Target!);
}
