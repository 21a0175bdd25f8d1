using System;
using System.IO;
using System.Linq;
using CompareRegularizers;
using CompareRegularizers.Data;
using CompareRegularizers.Literature;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Literature;

public sealed class PublishedTableTests : IDisposable
{
    private static readonly string Datasets = Path.Combine(AppContext.BaseDirectory, "Datasets");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("yacht", 6, 221, 56, 31)]
    [InlineData("energy", 8, 552, 139, 77)]
    [InlineData("concrete", 8, 741, 186, 103)]
    public void The_tables_that_come_along_have_the_published_shape(string key, int inputs, int train, int validation, int test)
    {
        PublishedSource source = Open(key);
        Split split = source.Draw(seed: 0, repeat: 19);
        Assert.Equal(inputs, source.InputCount);
        Assert.Equal((train, validation, test), (split.Train.Count, split.Validation.Count, split.Test.Count));
        Split whole = source.DrawWhole(19);
        Assert.Equal([.. split.Train.Targets, .. split.Validation.Targets], whole.Train.Targets);
        Assert.Equal([.. split.Train.Inputs, .. split.Validation.Inputs], whole.Train.Inputs);
        Assert.Equal(split.Test.Targets, whole.Test.Targets);
    }

    [Fact]
    public void Test_rows_are_those_of_the_published_split()
    {
        // The first five of the twentieth split's test rows of the yacht table, by NumPy; of the first one the whole row.
        Part test = Open("yacht").DrawWhole(19).Test;
        Assert.Equal([1.09, 33.97, 32.46, 3.29, 0.26], test.Targets[..5]);
        Assert.Equal([-2.4, 0.568, 4.34, 2.98, 3.15, 0.225], test.Inputs[..6]);
    }

    [Fact]
    public void Every_row_is_in_exactly_one_part()
    {
        Split split = Open("concrete").Draw(seed: 0, repeat: 3);
        double[] all = [.. split.Train.Targets, .. split.Validation.Targets, .. split.Test.Targets];
        DataTable table = CsvTable.Read(Path.Combine(Datasets, "concrete.csv"));
        Assert.Equal(Enumerable.Range(0, table.RowCount).Select(row => table[row, 8]).Order(), all.Order());
    }

    [Fact]
    public void Every_table_has_the_same_methods_beside_it() => Assert.All(
        PublishedTable.All, table => Assert.Equal(PublishedTable.All[0].Errors.Select(e => e.Method), table.Errors.Select(e => e.Method)));

    [Fact]
    public void Another_table_under_the_same_name_is_refused()
    {
        File.WriteAllText(_folder.File("yacht.csv"), "a,b\n1,2\n3,4\n");
        var error = Assert.Throws<UserErrorException>(() => PublishedTable.All[0].Open(_folder.Path));
        Assert.Equal("yacht.csv has 2 rows; the published table has 308.", error.Message);
    }

    private static PublishedSource Open(string key) => PublishedTable.All.First(table => table.Key == key).Open(Datasets);
}
