using System;
using System.Globalization;
using System.IO;
using CompareRegularizers;
using CompareRegularizers.Data;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Data;

public class CsvTableTests
{
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
            File.WriteAllText(path, "a,b\n1,2\n", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
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
    [InlineData("a,b\n1,2\n\n3,NaN\n", "t.csv, line 4, column 'b': 'NaN' is not a finite number.")]
    [InlineData("a,b\nInfinity,2\n", "t.csv, line 2, column 'a': 'Infinity' is not a finite number.")]
    [InlineData("a,b\n1e999,2\n", "t.csv, line 2, column 'a': '1e999' is not a finite number.")]
    [InlineData("a,b\n1,\n", "t.csv, line 2, column 'b': the cell is empty, and a number was expected.")]
    [InlineData("a,b\n1,2,3\n", "t.csv, line 2: 3 cells where the header has 2.")]
    [InlineData("a,b\n1,2\n7\n", "t.csv, line 3: 1 cell where the header has 2.")]
    [InlineData("a,,c\n1,2,3\n", "t.csv, line 1: column 2 of the header has no name.")]
    [InlineData("a,b,a\n1,2,3\n", "t.csv, line 1: two columns are named 'a'.")]
    [InlineData("1,2\n3,4\n", "t.csv has no header: its first line holds only numbers, and the columns' names were expected.")]
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
    public void A_missing_file_is_named() => Assert.Equal(
        "The file 'no-such.csv' does not exist.", Assert.Throws<UserErrorException>(() => CsvTable.Read("no-such.csv")).Message);

    [Fact]
    public void A_folder_is_no_table() => Assert.EndsWith(
        "is a folder; --data expects a CSV file.",
        Assert.Throws<UserErrorException>(() => CsvTable.Read(Path.GetTempPath())).Message,
        StringComparison.Ordinal);

    private static DataTable Read(string text) => CsvTable.Read(new StringReader(text), "t.csv");
}
