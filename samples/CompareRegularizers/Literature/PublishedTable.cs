using System.Collections.Generic;
using System.IO;
using CompareRegularizers.Data;

namespace CompareRegularizers.Literature;

/// <summary>A table that others have published errors on.</summary>
/// <param name="Key">Its name.</param>
/// <param name="RowCount">How many rows it has; another number would make other splits.</param>
/// <param name="Errors">Published test errors: root mean squared, in the target's units, over the same splits.</param>
internal sealed record PublishedTable(string Key, int RowCount, IReadOnlyList<PublishedError> Errors)
{
    /// <summary>The tables. The last column is the target.</summary>
    /// <remarks>
    /// PBP: Hernandez-Lobato and Adams, "Probabilistic Backpropagation for Scalable Learning of Bayesian Neural Networks", ICML 2015, 40 epochs. Dropout:
    /// Gal and Ghahramani, "Dropout as a Bayesian Approximation", ICML 2016, which gives standard deviations (0.38, 0.19 and 0.53);
    /// the standard errors here, and those of ten times as many epochs, are in the authors' repository (DropoutUncertaintyExps, of
    /// September 2016), and so is the later search over a grid (August 2018). Both papers' figures stand side by side in table 1 of
    /// Lakshminarayanan, Pritzel and Blundell, NIPS 2017.
    /// </remarks>
    internal static IReadOnlyList<PublishedTable> All { get; } =
    [
        new("yacht", 308, [new("PBP", 1.02, 0.05), new("dropout", 1.11, 0.09), new("dropout, 10 x epochs", 0.72, 0.06), new("dropout, grid", 0.67, 0.05)]),
        new("energy", 768, [new("PBP", 1.80, 0.05), new("dropout", 1.66, 0.04), new("dropout, 10 x epochs", 1.09, 0.05), new("dropout, grid", 0.54, 0.06)]),
        new("concrete", 1030, [new("PBP", 5.67, 0.09), new("dropout", 5.23, 0.12), new("dropout, 10 x epochs", 4.81, 0.14), new("dropout, grid", 4.82, 0.16)]),
    ];

    /// <summary>Reads the table.</summary>
    /// <param name="folder">Where the files are.</param>
    /// <exception cref="UserErrorException">It is not there, not readable, or not the published one.</exception>
    internal PublishedSource Open(string folder)
    {
        DataTable table = CsvTable.Read(Path.Combine(folder, $"{Key}.csv"));
        return table.RowCount == RowCount
            ? new PublishedSource(Key, table)
            : throw new UserErrorException($"{table.Name} has {table.RowCount} rows; the published table has {RowCount}.");
    }
}
