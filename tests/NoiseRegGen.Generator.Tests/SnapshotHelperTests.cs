using System;
using System.Collections.Generic;
using System.IO;
using NoiseRegGen.Generator.Tests.Harness;
using Xunit;
using Xunit.Sdk;

namespace NoiseRegGen.Generator.Tests;

/// <summary>The helper itself: what passes, what fails, and that it writes only when told to.</summary>
public sealed class SnapshotHelperTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nrg-snapshots").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_accepted_passes_and_stands_in_the_layout_of_Verify()
    {
        Accept(("A.Mlp.g.cs", "one\ntwo\n"));
        Check(("A.Mlp.g.cs", "one\ntwo\n"));
        Assert.Equal("//HintName: A.Mlp.g.cs\none\ntwo\n", File.ReadAllText(Path.Combine(_folder, "Class.Test#A.Mlp.g.verified.cs")));
    }

    [Fact]
    public void A_difference_fails_and_names_file_line_and_what_to_do_and_writes_nothing()
    {
        Accept(("A.g.cs", "one\ntwo\n"));
        string message = Assert.ThrowsAny<XunitException>(() => Check(("A.g.cs", "one\n2\n"))).Message;
        Assert.Contains("Class.Test#A.g.verified.cs, line 3:\n  - two\n  + 2", message);
        Assert.Contains("NRG_UPDATE_SNAPSHOTS=1", message);
        Check(("A.g.cs", "one\ntwo\n"));
    }

    [Fact]
    public void A_missing_last_line_is_a_difference()
    {
        Accept(("A.g.cs", "one\ntwo"));
        Assert.Contains("(end of file)", Assert.ThrowsAny<XunitException>(() => Check(("A.g.cs", "one"))).Message);
    }

    [Fact]
    public void A_file_that_is_new_or_gone_fails_until_it_is_accepted()
    {
        Assert.Contains("there is no snapshot", Assert.ThrowsAny<XunitException>(() => Check(("A.g.cs", ""))).Message);
        Assert.Empty(Directory.GetFiles(_folder));
        Accept(("A.g.cs", ""), ("B.g.cs", ""));
        Assert.Contains("no such file is emitted", Assert.ThrowsAny<XunitException>(() => Check(("A.g.cs", ""))).Message);
        Accept(("A.g.cs", ""));
        Check(("A.g.cs", ""));
    }

    private void Accept(params (string HintName, string Text)[] files) => Verify(update: true, files);

    private void Check(params (string HintName, string Text)[] files) => Verify(update: false, files);

    private void Verify(bool update, (string HintName, string Text)[] files)
    {
        var byName = new Dictionary<string, string>();
        foreach ((string hintName, string text) in files)
            byName.Add(hintName, text);
        new Snapshot(_folder, update).Verify(byName, "Class.Test");
    }
}
