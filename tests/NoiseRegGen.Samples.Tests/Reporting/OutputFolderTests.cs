using System;
using System.IO;
using CompareRegularizers;
using CompareRegularizers.Reporting;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Reporting;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_file_that_fails_half_way_leaves_the_old_one_and_nothing_else()
    {
        using OutputFolder folder = OutputFolder.Open(_temporary.Path);
        folder.Write("a.txt", stream => stream.Write("old"u8));
        Assert.Throws<InvalidOperationException>(() => folder.Write("a.txt", stream =>
        {
            stream.Write("half of the n"u8);
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(Path.Combine(_temporary.Path, "a.txt")));
        Assert.Single(Directory.GetFileSystemEntries(_temporary.Path));
    }

    [Fact]
    public void A_file_that_is_there_is_replaced()
    {
        using OutputFolder folder = OutputFolder.Open(_temporary.Path);
        folder.Write("a.txt", stream => stream.Write("a long old text"u8));
        folder.Write("a.txt", stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(Path.Combine(_temporary.Path, "a.txt")));
    }

    [Fact]
    public void A_folder_made_for_nothing_goes_away_and_one_that_was_there_stays()
    {
        string made = Path.Combine(_temporary.Path, "made");
        OutputFolder.Open(made).Dispose();
        OutputFolder.Open(_temporary.Path).Dispose();
        Assert.False(Directory.Exists(made));
        Assert.True(Directory.Exists(_temporary.Path));
    }

    [Fact]
    public void A_file_in_the_folders_place_is_refused()
    {
        string file = Path.Combine(_temporary.Path, "file");
        File.WriteAllText(file, "x");
        var error = Assert.Throws<UserErrorException>(() => OutputFolder.Open(file));
        Assert.Equal($"'{file}' is a file; --out expects a folder.", error.Message);
    }

    [Fact]
    public void A_place_that_is_taken_by_a_folder_is_named()
    {
        using OutputFolder folder = OutputFolder.Open(_temporary.Path);
        Directory.CreateDirectory(_temporary.File("a.txt"));
        var error = Assert.Throws<UserErrorException>(() => folder.Write("a.txt", stream => stream.Write("text"u8)));
        Assert.StartsWith($"The file '{_temporary.File("a.txt")}' cannot be written: ", error.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_temporary.Path));
    }
}
