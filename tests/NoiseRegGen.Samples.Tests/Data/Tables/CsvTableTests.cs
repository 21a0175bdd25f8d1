using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using CompareRegularizers;
using CompareRegularizers.Data;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Data;

public class CsvTableTests
{
    private static readonly CsvSettings NoHeader = new() { HasHeader = false };

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a;b\n1;2\n3;4\n")]
    [InlineData("a\tb\n1\t2\n3\t4\n")]
    [InlineData("a,b\r\n1,2\r\n3,4")]
    [InlineData("\na , b\n\n 1, 2 \n3,4\n\n")]
    [InlineData("\"a\";\"b\"\n\"1\";2\n3;\"4\"\n")]
    public void Separators_quotes_blanks_and_line_ends_are_found_out(string text)
    {
        DataTable table = Read(text);
        Assert.Equal(["a", "b"], table.Columns);
        Assert.Equal([1, 2, 3, 4], table.Values);
        Assert.Equal(2, table.RowCount);
        Assert.Equal(3, table[1, 0]);
    }

    [Fact]
    public void A_separator_inside_quotes_does_not_count()
    {
        DataTable table = Read("\"width, mm, outer\";b\n1;2\n");
        Assert.Equal(["width, mm, outer", "b"], table.Columns);
    }

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_first_name()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "a,b\n1,2\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            Assert.Equal(["a", "b"], CsvTable.Read(path).Columns);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Numbers_are_read_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal([1.5, -2e-3], Read("a,b\n1.5,-2e-3\n").Values);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(
        "a,b\n1,2\n3,four\n", "t.csv, line 3, column 'b': 'four' is not a number (with a decimal point and no thousands separators).")]
    [InlineData("a;b\n1;2,5\n", "t.csv, line 2, column 'b': '2,5' is not a number (with a decimal point and no thousands separators).")]
    [InlineData("a,b\n1,2\n\n3,NaN\n", "t.csv, line 4, column 'b': 'NaN' stands for a missing value, and a number was expected; --missing drop leaves such rows out.")]
    [InlineData("a,b\n1,2\n-Infinity,3\n", "t.csv, line 3, column 'a': '-Infinity' is not a finite number.")]
    [InlineData("a,b\nInfinity,2\n", "t.csv, line 2, column 'a': 'Infinity' is not a finite number.")]
    [InlineData("a,b\n1e999,2\n", "t.csv, line 2, column 'a': '1e999' is not a finite number.")]
    [InlineData("a,b\n1,\n", "t.csv, line 2, column 'b': the cell is empty, and a number was expected; --missing drop leaves such rows out.")]
    [InlineData("a,b\n1,2,3\n", "t.csv, line 2: 3 cells where the header has 2.")]
    [InlineData("a,b\n1,2\n7\n", "t.csv, line 3: 1 cell where the header has 2.")]
    [InlineData("a,,c\n1,2,3\n", "t.csv, line 1: column 2 of the header has no name.")]
    [InlineData("a,b,a\n1,2,3\n", "t.csv, line 1: two columns are named 'a'.")]
    [InlineData("1,2\n3,4\n", "t.csv has no header: its first line holds only numbers, and the columns' names were expected. With --no-header columns go by their positions.")]
    [InlineData("", "t.csv is empty; a header line with the columns' names was expected.")]
    [InlineData("a,b\n\"1,2\n", "t.csv, line 2: a quote opens or closes in the middle of a cell, or never closes.")]
    public void A_bad_table_is_named_by_line_and_column(string text, string message) =>
        Assert.Equal(message, Assert.Throws<UserErrorException>(() => Read(text)).Message);

    [Fact]
    public void The_line_is_counted_in_the_file_also_after_a_cell_of_two_lines()
    {
        var error = Assert.Throws<UserErrorException>(() => Read("\"a\nx\",b\n1,2\n3,?\n"));
        Assert.StartsWith("t.csv, line 4, column 'b'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_header_the_first_line_is_a_row_and_columns_go_by_their_positions()
    {
        DataTable table = Read("1,2\n3,4\n", NoHeader);
        Assert.Equal(["1", "2"], table.Columns);
        Assert.Equal([1, 2, 3, 4], table.Values);
        Assert.Equal(1, table.FindColumn("2"));
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "t.csv, line 1, column '1': 'a' is not a number (with a decimal point and no thousands separators). "
        + "Without --no-header the first line holds the columns' names.")]
    [InlineData("1,2\n3\n", "t.csv, line 2: 1 cell where the first line has 2.")]
    [InlineData("\n", "t.csv is empty; lines of numbers were expected.")]
    public void A_bad_table_without_a_header_is_named_by_line_and_position(string text, string message) =>
        Assert.Equal(message, Assert.Throws<UserErrorException>(() => Read(text, NoHeader)).Message);

    [Theory]
    [InlineData(',', "a,b;c\n1,2\n")]
    [InlineData(';', "a;\"b;c\"\n1;2\n")]
    [InlineData('\t', "a\tb;c\n1\t2\n")]
    public void A_separator_that_is_told_is_the_only_one(char separator, string text)
    {
        DataTable table = Read(text, new CsvSettings { Separator = separator });
        Assert.Equal(["a", "b;c"], table.Columns);
        Assert.Equal([1.0, 2], table.Values);
    }

    [Fact]
    public void Rows_with_missing_cells_are_left_out_as_told_and_counted()
    {
        const string text = "a,b\n1,2\n,3\n4,NA\nn/a,5\n6,nan\n7,?\n8,null\n9,10\n\"\",11\n";
        DataTable table = Read(text, new CsvSettings { Missing = MissingCells.Drop });
        Assert.Equal([1.0, 2, 9, 10], table.Values);
        Assert.Equal((2, 7), (table.RowCount, table.DroppedRows));
    }

    [Theory]
    [InlineData("a,b\n,2\n1,x\n", "t.csv, line 3, column 'b': 'x' is not a number (with a decimal point and no thousands separators).")]
    [InlineData("a,b\n,2\n3,\n", "t.csv: every one of its 2 rows has a missing cell; none is left.")]
    [InlineData("a,b\n,2\n3\n", "t.csv, line 3: 1 cell where the header has 2.")]
    public void Leaving_out_missing_cells_hides_no_other_fault(string text, string message) => Assert.Equal(
        message, Assert.Throws<UserErrorException>(() => Read(text, new CsvSettings { Missing = MissingCells.Drop })).Message);

    [Fact]
    public void An_ignored_column_may_hold_anything_and_positions_stay_those_of_the_file()
    {
        DataTable table = Read(",day,a,b\n0,Monday,1,2\n1,,3,4\n", new CsvSettings { Ignored = ["1", "day"] });
        Assert.Equal(["a", "b"], table.Columns);
        Assert.Equal([1.0, 2, 3, 4], table.Values);
        Assert.Equal(1, table.FindColumn("4"));
        Assert.Equal(
            "t.csv has no column '1'; its columns are: a, b.",
            Assert.Throws<UserErrorException>(() => table.FindColumn("1")).Message);
    }

    [Theory]
    [InlineData("c", "t.csv has no column 'c' to ignore; its columns are: a, b.")]
    [InlineData("3", "t.csv has no column '3' to ignore; its columns are: a, b.")]
    public void Ignoring_what_is_not_there_is_refused(string column, string message) => Assert.Equal(
        message, Assert.Throws<UserErrorException>(() => Read("a,b\n1,2\n", new CsvSettings { Ignored = [column] })).Message);

    [Fact]
    public void A_name_that_is_a_number_goes_before_the_position() => Assert.Equal(0, Read("2,x\n5,6\n").FindColumn("2"));

    [Fact]
    public void Of_very_many_columns_a_message_lists_some()
    {
        string[] names = [.. Enumerable.Range(1, 1000).Select(i => $"c{i}")];
        DataTable table = Read($"{string.Join(',', names)}\n{string.Join(',', Enumerable.Repeat("1", 1000))}\n");
        string message = Assert.Throws<UserErrorException>(() => table.FindColumn("y")).Message;
        Assert.EndsWith("c19, c20 and 980 more.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_never_closes_is_found_before_the_whole_file_is_in_memory()
    {
        // Forty megabytes, more than twice the longest line.
        var text = new StringBuilder("a,b\n\"1,2\n").Insert(9, "3,4\n", 10_000_000);
        Assert.StartsWith(
            "t.csv, line 2: a quote",
            Assert.Throws<UserErrorException>(() => Read(text.ToString())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named() => Assert.Equal(
        "The file 'no-such.csv' does not exist.", Assert.Throws<UserErrorException>(() => CsvTable.Read("no-such.csv")).Message);

    [Fact]
    public void A_folder_is_no_table() => Assert.EndsWith(
        "is a folder; --data expects a CSV file.",
        Assert.Throws<UserErrorException>(() => CsvTable.Read(Path.GetTempPath())).Message,
        StringComparison.Ordinal);

    private static DataTable Read(string text, CsvSettings? settings = null) =>
        CsvTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "t.csv", settings);
}
