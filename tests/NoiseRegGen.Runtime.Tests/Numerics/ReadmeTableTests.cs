using System;
using System.Globalization;
using System.IO;
using Xunit;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>The table of errors that readers see states the bounds that the tests hold.</summary>
public class ReadmeTableTests
{
    [Fact]
    public void The_README_states_the_tested_error_bounds()
    {
        string[] lines = File.ReadAllLines(Path.Combine(RepositoryRoot(), "runtime", "NoiseRegGen", "Numerics", "README.md"));
        foreach (AccuracyCase accuracy in AccuracyTable.Cases)
        {
            // Only the rows of the first table hold "measured / bound".
            string start = $"| {accuracy.Name} |";
            string row = Assert.Single(lines, line => line.StartsWith(start, StringComparison.Ordinal) && line.Contains(" / "));
            string[] cells = row.Split('|', StringSplitOptions.TrimEntries);
            Assert.Equal(accuracy.SingleBound, Bound(cells[3]));
            Assert.Equal(accuracy.DoubleBound, Bound(cells[5]));
        }
    }

    // "measured / bound"
    private static double Bound(string cell) => double.Parse(cell.Split('/')[1], CultureInfo.InvariantCulture);

    private static string RepositoryRoot()
    {
        for (DirectoryInfo? directory = new(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "NoiseRegGen.sln")))
                return directory.FullName;
        }

        throw new InvalidOperationException("The tests must run from inside the repository: NoiseRegGen.sln was not found above them.");
    }
}
