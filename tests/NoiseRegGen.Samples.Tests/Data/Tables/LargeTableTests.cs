using System;
using System.Globalization;
using System.IO;
using CompareRegularizers.Data;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Data;

[Trait("Suite", "slow")]
public class LargeTableTests
{
    private const int Rows = 300_000;
    private const int Columns = 20;

    [Fact]
    public void Several_hundred_thousand_rows_are_read_in_little_more_memory_than_they_need()
    {
        string path = Path.GetTempFileName();
        try
        {
            Write(path);
            GC.Collect();
            long before = GC.GetAllocatedBytesForCurrentThread();
            DataTable table = CsvTable.Read(path);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.Equal(Rows, table.RowCount);
            for (int row = 0; row < Rows; row += 997)
                Assert.Equal(Cell(row, row % Columns), table[row, row % Columns]);
            // 48 MB of numbers. A growing array allocates at most its double twice over (a geometric series), then the copy of the
            // right length: five times the numbers. A string a cell, 6 million of about 40 bytes, would be five times more.
            Assert.InRange(allocated, 0, 5L * sizeof(double) * Rows * Columns);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Several_hundred_thousand_rows_are_dealt_into_parts()
    {
        var values = new double[Rows * 3];
        for (int i = 0; i < values.Length; i++)
            values[i] = i;
        Split split = new TableSource(new DataTable("t", ["a", "b", "y"], values), "y").Draw(seed: 1, repeat: 0);
        Assert.Equal((240_000, 30_000, 30_000), (split.Train.Count, split.Validation.Count, split.Test.Count));
        for (int i = 0; i < split.Train.Count; i += 101)
            Assert.Equal(split.Train.Targets[i] - 2, split.Train.Inputs[2 * i]);
    }

    // Sixteenths, which a double and its decimal text hold exactly.
    private static double Cell(int row, int column) => (((row * 31L) + (column * 17L)) % 100_000 / 16.0) - 1000;

    private static void Write(string path)
    {
        using var writer = new StreamWriter(path);
        writer.WriteLine(Header());
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                writer.Write(column == 0 ? string.Empty : ";");
                writer.Write(Cell(row, column).ToString(CultureInfo.InvariantCulture));
            }

            writer.WriteLine();
        }
    }

    private static string Header()
    {
        var names = new string[Columns];
        for (int column = 0; column < Columns; column++)
            names[column] = $"\"column, {column}\"";
        return string.Join(';', names);
    }
}
