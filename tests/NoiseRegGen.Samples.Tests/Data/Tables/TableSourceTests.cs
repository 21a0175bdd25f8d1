using System;
using System.Collections.Generic;
using System.Linq;
using CompareRegularizers;
using CompareRegularizers.Data;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Data;

public class TableSourceTests
{
    [Fact]
    public void Every_row_is_dealt_to_exactly_one_part()
    {
        Split split = new TableSource(Table(53), "y").Draw(seed: 1, repeat: 0);
        Assert.Equal((43, 5, 5), (split.Train.Count, split.Validation.Count, split.Test.Count));
        IEnumerable<double> all = split.Train.Targets.Concat(split.Validation.Targets).Concat(split.Test.Targets);
        Assert.Equal(Enumerable.Range(0, 53).Select(row => 100.0 + row), all.Order());
    }

    [Fact]
    public void Inputs_stay_with_their_target_and_the_target_is_no_input()
    {
        var source = new TableSource(Table(40), "y");
        Assert.Equal(2, source.InputCount);
        Assert.Equal(["a", "b"], Enumerable.Range(0, 2).Select(source.InputName));
        Part train = source.Draw(seed: 1, repeat: 0).Train;
        for (int i = 0; i < train.Count; i++)
        {
            Assert.Equal(train.Targets[i] - 100, train.Inputs[2 * i]);
            Assert.Equal(train.Inputs[2 * i] * train.Inputs[2 * i], train.Inputs[(2 * i) + 1]);
        }
    }

    [Fact]
    public void The_target_may_be_given_by_its_position()
    {
        var source = new TableSource(Table(40), "2");
        Assert.Equal("y", source.TargetName);
        Assert.Equal(["a", "b"], Enumerable.Range(0, 2).Select(source.InputName));
    }

    [Fact]
    public void Repeats_deal_differently_and_the_same_repeat_the_same()
    {
        var source = new TableSource(Table(40), "y");
        Assert.Equal(source.Draw(1, 0).Test.Targets, source.Draw(1, 0).Test.Targets);
        Assert.NotEqual(source.Draw(1, 0).Test.Targets, source.Draw(1, 1).Test.Targets);
    }

    [Fact]
    public void A_missing_column_is_answered_with_those_there_are() =>
        AssertError("t has no column 'Y'; its columns are: a, y, b.", () => new TableSource(Table(40), "Y"));

    [Fact]
    public void Too_few_rows_are_refused() =>
        AssertError("t has 19 rows; at least 20 are needed.", () => new TableSource(Table(19), "y"));

    [Fact]
    public void A_table_of_the_target_alone_is_refused() => AssertError(
        "t has no column beside the target 'y'; at least one input was expected.",
        () => new TableSource(new DataTable("t", ["y"], [.. Enumerable.Range(0, 30).Select(i => (double)i)]), "y"));

    [Fact]
    public void A_constant_column_is_refused() => AssertError(
        "t: column 'b' is constant (2.5 in every row); leave it out with --ignore.",
        () => new TableSource(new DataTable("t", ["y", "b"], [.. Enumerable.Range(0, 30).SelectMany(i => (double[])[i, 2.5])]), "y"));

    // y = 100 + row, a = row, b = row^2; the target stands in the middle.
    private static DataTable Table(int rows) =>
        new("t", ["a", "y", "b"], [.. Enumerable.Range(0, rows).SelectMany(row => (double[])[row, 100 + row, row * row])]);

    private static void AssertError(string message, Func<object> act) =>
        Assert.Equal(message, Assert.Throws<UserErrorException>(act).Message);
}
