namespace CompareRegularizers.Runs;

/// <summary>What <c>run.json</c> holds: everything that a run's numbers depend on, and the command that asked for it.</summary>
/// <param name="Schema">The kind and version of the file.</param>
/// <param name="Command">The command line; not part of what must be equal.</param>
/// <param name="Environment">Program and machine.</param>
/// <param name="Data">The data.</param>
/// <param name="Network">The network.</param>
/// <param name="Settings">The rest, named like the options.</param>
internal sealed record RunDocument(
    string Schema,
    string Command,
    EnvironmentDocument Environment,
    DataDocument Data,
    NetworkDocument Network,
    SettingsDocument Settings)
{
    /// <summary>The version of the files of <c>compare</c>.</summary>
    internal const string CompareSchema = "noisereggen/compare/1";
}
