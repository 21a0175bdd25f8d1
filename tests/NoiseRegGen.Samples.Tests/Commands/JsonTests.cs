using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Commands;

public sealed class JsonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_output_is_one_document_with_the_members_that_the_readme_lists()
    {
        Program.Ended ended = await Program.RunAsync(
            $"--quick --json --epochs 2 --equal both --out {_folder.File("out")}", TestContext.Current.CancellationToken);
        Assert.True(ended.ExitCode == 0, ended.Error);
        using JsonDocument document = JsonDocument.Parse(ended.Output);
        JsonElement root = document.RootElement;
        Assert.Equal("noisereggen/compare-summary/1", root.GetProperty("schema").GetString());
        AssertMembers(root, "schema", "run", "folder", "files", "arms", "tuned", "equivalence");
        AssertMembers(root.GetProperty("run"), "schema", "command", "environment", "data", "network", "settings");
        AssertMembers(
            root.GetProperty("arms")[1],
            "arm", "eta", "equal", "testRmse", "versusNone", "trainRmse", "meanPenalty", "diverged", "secondsPerStep");
        AssertMembers(root.GetProperty("arms")[1].GetProperty("testRmse"), "mean", "deviation");
        AssertMembers(
            root.GetProperty("arms")[1].GetProperty("versusNone"), "median", "interval95", "wilcoxonPValue", "holmPValue", "droppedPairs");
        AssertMembers(root.GetProperty("tuned")[0], "arm", "equal", "medianEta", "testRmse", "versusNone");
        AssertMembers(
            root.GetProperty("equivalence")[0],
            "first", "second", "eta", "mean", "interval90", "margin", "pValue", "isEquivalent", "outputDistance");
        // None; three arms at two etas; the two dearer ones at equal computation once more.
        Assert.Equal(1 + 6 + 4, root.GetProperty("arms").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("arms")[0].GetProperty("versusNone").ValueKind);
    }

    [Fact]
    public async Task A_report_prints_the_same_document()
    {
        Program.Ended first = await Program.RunAsync(
            $"--quick --json --quiet --epochs 2 --out {_folder.File("out")}", TestContext.Current.CancellationToken);
        Program.Ended again = await Program.RunAsync($"report {_folder.File("out")} --json", TestContext.Current.CancellationToken);
        Assert.Equal(first.Output, again.Output);
        Assert.Empty(first.Error);
    }

    private static void AssertMembers(JsonElement element, params string[] names) =>
        Assert.Equal(names, element.EnumerateObject().Select(member => member.Name));
}
