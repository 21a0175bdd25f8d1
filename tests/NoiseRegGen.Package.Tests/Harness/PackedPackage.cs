using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Xunit;

namespace NoiseRegGen.Package.Tests.Harness;

/// <summary>The package and that of ONNX files, packed once for all tests into a folder that serves as their only package source.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>A version that no package cache can hold already.</summary>
    public string Version { get; } = $"0.0.0-packed.{Guid.NewGuid():n}";

    /// <summary>The folder with the package: a package source.</summary>
    public string Feed => _folder.File("feed");

    /// <summary>The package's file.</summary>
    public string File => _folder.File($"feed/NoiseRegGen.{Version}.nupkg");

    /// <summary>The symbol package's file.</summary>
    public string SymbolFile => _folder.File($"feed/NoiseRegGen.{Version}.snupkg");

    /// <summary>The file of the package that reads and writes ONNX.</summary>
    public string OnnxFile => _folder.File($"feed/NoiseRegGen.Onnx.{Version}.nupkg");

    /// <summary>A package cache that begins empty, shared by the temporary projects.</summary>
    public IReadOnlyDictionary<string, string> OwnCache => new Dictionary<string, string> { ["NUGET_PACKAGES"] = _folder.File("cache") };

    /// <summary>Packs as CONTRIBUTING says, with all intermediate files apart from those of the repository.</summary>
    public async ValueTask InitializeAsync()
    {
        foreach (string project in new[] { Repository.Runtime, Repository.Onnx })
        {
            ProcessRun run = await ProcessRun.Dotnet(
                project,
                new Dictionary<string, string>(),
                ["pack", "-c", "Release", "--artifacts-path", _folder.File("artifacts"), "-o", Feed, $"-p:Version={Version}", .. ProcessRun.LeaveNothingRunning]);
            Assert.True(run.ExitCode == 0 && !run.Output.Contains("warning"), run.ToString());
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
