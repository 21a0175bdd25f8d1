using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace NoiseRegGen.Package.Tests.Harness;

/// <summary>A fresh project outside the repository that gets the library from the package alone.</summary>
internal sealed class ConsumerProject : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PackedPackage _package;

    /// <summary>Writes a console project with these properties, and the program that trains.</summary>
    /// <param name="package">The package, the project's only source.</param>
    /// <param name="properties">MSBuild properties.</param>
    /// <param name="items">MSBuild items.</param>
    /// <param name="mayUseCommonPackages">The machine's package sources and cache serve too: for the ahead-of-time compiler.</param>
    public ConsumerProject(PackedPackage package, string properties, string items = "", bool mayUseCommonPackages = false)
    {
        _package = package;
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                {(mayUseCommonPackages ? "" : "<clear />")}
                <add key="packed" value="{package.Feed}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
                {(mayUseCommonPackages ? $"""<add key="common" value="{NativeAot.PackageFolder}" />""" : "")}
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

    /// <summary>Runs the SDK on the application.</summary>
    public Task<ProcessRun> Dotnet(params string[] arguments) => ProcessRun.Dotnet(_folder.File("App"), _package.OwnCache, arguments);

    /// <summary>Restores and builds the application.</summary>
    public Task<ProcessRun> Build(params string[] arguments) => Dotnet(["build", .. ProcessRun.LeaveNothingRunning, .. arguments]);

    /// <summary>Builds without a warning, runs, and gives what was printed.</summary>
    public async Task<string> BuildAndRun()
    {
        ProcessRun build = await Build("-c", "Release");
        Assert.True(build.ExitCode == 0 && build.Output.Contains(" 0 Warning(s)"), build.ToString());
        return (await RunApplication(new Dictionary<string, string>())).Output;
    }

    /// <summary>Runs what was built, compiled at run time.</summary>
    public Task<ProcessRun> RunApplication(IReadOnlyDictionary<string, string> environment)
    {
        string application = Directory.GetFiles(_folder.File("App/bin"), "App.dll", SearchOption.AllDirectories).Single();
        return Successful(ProcessRun.Dotnet(_folder.Path, environment, application));
    }

    /// <summary>Runs what was published to this folder.</summary>
    public Task<ProcessRun> RunNative(string folder) =>
        Successful(ProcessRun.Start(_folder.File($"App/{folder}/App"), _folder.Path, new Dictionary<string, string>()));

    public void Dispose() => _folder.Dispose();

    private static async Task<ProcessRun> Successful(Task<ProcessRun> running)
    {
        ProcessRun run = await running;
        Assert.True(run.ExitCode == 0, run.ToString());
        return run;
    }
}
