using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace NoiseRegGen.Package.Tests.Harness;

/// <summary>A fresh project outside the repository that gets the library from the package alone.</summary>
internal sealed class ConsumerProject : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PackedPackage _package;

    /// <summary>Writes a console project with these properties, and the program that trains.</summary>
    public ConsumerProject(PackedPackage package, string properties, string items = "")
    {
        _package = package;
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{package.Feed}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
              </fallbackPackageFolders>
            </configuration>
            """);
        WriteProject("App/App.csproj", $"<OutputType>Exe</OutputType>{properties}", items);
        Write("App/Program.cs", "System.Console.Write(Consumer.TrainingRun.Report());\n");
        foreach (string source in Directory.GetFiles(Repository.ConsumerSources))
            File.Copy(source, _folder.File($"App/{Path.GetFileName(source)}"));
    }

    /// <summary>Writes another project beside the application.</summary>
    public void WriteProject(string path, string properties, string items = "") => Write(path, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="NoiseRegGen" Version="{_package.Version}" />
            {items}
          </ItemGroup>
        </Project>
        """);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(path))!);
        File.WriteAllText(_folder.File(path), text);
    }

    /// <summary>Restores and builds the application.</summary>
    public Task<ProcessRun> Build(params string[] arguments) =>
        ProcessRun.Dotnet(_folder.File("App"), _package.OwnCache, ["build", "-nodeReuse:false", "-p:UseSharedCompilation=false", .. arguments]);

    /// <summary>Builds without a warning, runs, and gives what was printed.</summary>
    public async Task<string> BuildAndRun(string configuration = "Release")
    {
        ProcessRun build = await Build("-c", configuration);
        Assert.True(build.ExitCode == 0 && build.Output.Contains(" 0 Warning(s)"), build.ToString());
        ProcessRun run = await ProcessRun.Dotnet(_folder.Path, new Dictionary<string, string>(), _folder.File($"App/bin/{configuration}/net10.0/App.dll"));
        Assert.True(run.ExitCode == 0, run.ToString());
        return run.Output;
    }

    public void Dispose() => _folder.Dispose();
}
