using System;
using System.IO;
using System.Linq;
using CompareRegularizers.Experiments;
using CompareRegularizers.Reporting;

namespace CompareRegularizers.Runs;

/// <summary>
/// The folder of one run: <c>run.json</c>, a file for every finished piece in <c>cells/</c>, and the results. It belongs to one
/// process at a time and to one set of settings; what is in it goes on from where it stopped.
/// </summary>
internal sealed class RunFolder : IOutcomeStore, IDisposable
{
    /// <summary>The file with the settings.</summary>
    internal const string RunFile = "run.json";

    private const string Cells = "cells";
    private readonly FileStream _lock;

    private RunFolder(OutputFolder files, FileStream gate) => (Files, _lock) = (files, gate);

    /// <summary>The folder as a place for files.</summary>
    internal OutputFolder Files { get; }

    /// <summary>Opens a folder for a run.</summary>
    /// <param name="path">The folder; made if it is not there.</param>
    /// <param name="run">The run.</param>
    /// <param name="restart">Whether to drop what another run, or this one, has left there.</param>
    /// <exception cref="UserErrorException">It holds another run, is in use, or cannot be written to.</exception>
    internal static RunFolder Open(string path, RunDocument run, bool restart)
    {
        OutputFolder files = OutputFolder.Open(path);
        FileStream gate = Lock(files.Path, path);
        try
        {
            if (restart)
                DropRun(files.Path);
            DropTemporaries(files.Path);
            string file = Path.Combine(files.Path, RunFile);
            if (File.Exists(file))
                RequireSame(path, file, run);
            else
                files.Write(RunFile, stream => RunJson.Write(stream, run));
            Directory.CreateDirectory(Path.Combine(files.Path, Cells));
            return new RunFolder(files, gate);
        }
        catch
        {
            gate.Dispose();
            files.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public CellOutcome? Load(Cell cell) => LoadFrom(Files.Path, cell);

    /// <inheritdoc/>
    public void Save(CellOutcome outcome)
    {
        CellDocument document = CellDocument.Of(outcome);
        Files.Write($"{Cells}/{document.Key}.json", stream => RunJson.Write(stream, document));
    }

    /// <inheritdoc/>
    public GapPoint? LoadGap(GapState state, double eta) => LoadGapFrom(Files.Path, state, eta);

    /// <inheritdoc/>
    public void SaveGap(GapPoint gap) => Files.Write(
        $"{Cells}/{GapDocument.KeyOf(gap.State, gap.Eta)}.json", stream => RunJson.Write(stream, GapDocument.Of(gap)));

    /// <summary>A training run that is kept in a folder, or null.</summary>
    internal static CellOutcome? LoadFrom(string folder, Cell cell) =>
        RunJson.TryRead<CellDocument>(FileOf(folder, cell.Key)) is { } document && document.Key == cell.Key ? document.ToOutcome(cell) : null;

    /// <summary>A noise gap that is kept in a folder, or null.</summary>
    internal static GapPoint? LoadGapFrom(string folder, GapState state, double eta) =>
        RunJson.TryRead<GapDocument>(FileOf(folder, GapDocument.KeyOf(state, eta))) is { } document ? document.ToPoint(state, eta) : null;

    /// <summary>Lets others use the folder, and takes it away again if nothing was finished in it.</summary>
    public void Dispose()
    {
        string cells = Path.Combine(Files.Path, Cells);
        if (!Directory.EnumerateFileSystemEntries(cells).Any())
            DropRun(Files.Path);
        _lock.Dispose();
        Files.Dispose();
    }

    private static void DropRun(string folder)
    {
        File.Delete(Path.Combine(folder, RunFile));
        string cells = Path.Combine(folder, Cells);
        if (!Directory.Exists(cells))
            return;
        foreach (string file in Directory.EnumerateFiles(cells, "*.json"))
            File.Delete(file);
        if (!Directory.EnumerateFileSystemEntries(cells).Any())
            Directory.Delete(cells);
    }

    // What a killed process was writing when it died; the user's own files are none of that.
    private static void DropTemporaries(string folder)
    {
        foreach (string place in (string[])[folder, Path.Combine(folder, Cells)])
        {
            if (!Directory.Exists(place))
                continue;
            foreach (string file in Directory.EnumerateFiles(place, ".*.tmp").Where(OutputFolder.IsTemporary))
                File.Delete(file);
        }
    }

    // The lock dies with its process, whatever ends it.
    private static FileStream Lock(string folder, string told)
    {
        try
        {
            return new FileStream(
                Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The folder '{told}' is in use by another run, or cannot be written to: {e.Message}");
        }
    }

    private static void RequireSame(string told, string file, RunDocument run)
    {
        RunDocument there = RunJson.TryRead<RunDocument>(file)
            ?? throw new UserErrorException($"The file '{file}' is not a run of this program; give another --out, or --restart to drop it.");
        if (RunDifference.Find(there, run) is var (name, thereText, hereText))
        {
            throw new UserErrorException(
                $"The folder '{told}' holds a run with other settings: {name} is {thereText} there and {hereText} here. "
                + "Give another --out, or --restart to drop that run.");
        }
    }

    private static string FileOf(string folder, string key) => Path.Combine(folder, Cells, $"{key}.json");
}
