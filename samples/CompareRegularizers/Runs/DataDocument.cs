using System;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CompareRegularizers.Data;

namespace CompareRegularizers.Runs;

/// <summary>The data of a run.</summary>
/// <param name="Name">What reports call them.</param>
/// <param name="Target">The name of the target.</param>
/// <param name="Test">What the test error is measured against.</param>
/// <param name="Rows">The number of rows to train on, to validate and to test.</param>
/// <param name="Dropped">The number of rows of a file that were left out for a missing cell.</param>
/// <param name="Sha256">Of the first repeat's numbers: tells whether a file has changed.</param>
internal sealed record DataDocument(string Name, string Target, string Test, int[] Rows, int Dropped, string Sha256)
{
    /// <summary>Describes a source, by its first repeat.</summary>
    internal static DataDocument Of(IDataSource source, ulong seed)
    {
        Split split = source.Draw(seed, 0);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Part part in (Part[])[split.Train, split.Validation, split.Test])
        {
            hash.AppendData(MemoryMarshal.AsBytes(part.Inputs.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(part.Targets.AsSpan()));
        }

        return new DataDocument(
            source.Name,
            source.TargetName,
            source.TestDescription,
            [split.Train.Count, split.Validation.Count, split.Test.Count],
            source is TableSource table ? table.DroppedRows : 0,
            Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
