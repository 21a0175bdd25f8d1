using System;
using Xunit;

namespace NoiseRegGen.Runtime.Tests;

public class WorkspaceTests
{
    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(1L << 40)]
    public void A_size_that_no_array_holds_is_refused_in_words(long length)
    {
        var refusal = Assert.Throws<NotSupportedException>(() => new TestWorkspace(length));
        Assert.Contains($"{length} numbers", refusal.Message);
    }

    [Fact]
    public void Rare_memory_is_grown_and_kept()
    {
        var workspace = new TestWorkspace(1);
        workspace.Rare(100) = 3;
        Assert.Equal(3, workspace.Rare(50));
        Assert.Equal(0, workspace.Rare(200));
        Assert.Throws<NotSupportedException>(() => workspace.Rare(1L << 33) = 1);
    }

    private sealed class TestWorkspace(long length) : MlpWorkspace<float>(length);
}
