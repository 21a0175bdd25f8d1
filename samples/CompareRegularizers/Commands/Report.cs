using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CompareRegularizers.Experiments;
using CompareRegularizers.Reporting;
using CompareRegularizers.Runs;

namespace CompareRegularizers.Commands;

/// <summary>Rebuilds the tables and plots of a finished comparison from its files, without training anything.</summary>
internal sealed class Report(string folder, bool json, TextWriter output)
{
    /// <summary>Rebuilds them.</summary>
    /// <returns>The exit code.</returns>
    internal int Run()
    {
        ComparisonRecord record = Read();
        using OutputFolder files = OutputFolder.Open(folder);
        IReadOnlyList<string> written = ComparisonReport.Write(files, record);
        if (json)
        {
            output.WriteLine(ComparisonJson.Text(record, files.Path, written));
            return ExitCode.Success;
        }

        foreach (string line in ComparisonText.Describe(record.Run))
            output.WriteLine(line);
        ComparisonText.Conclude(output, record);
        output.WriteLine(WrittenFiles.Describe(files.Path, written));
        return ExitCode.Success;
    }

    private ComparisonRecord Read()
    {
        if (!Directory.Exists(folder))
            throw new UserErrorException($"There is no folder '{folder}'; report expects the --out of a finished comparison.");
        string file = Path.Combine(folder, RunFolder.RunFile);
        if (RunJson.TryRead<RunDocument>(file) is not { Schema: RunDocument.CompareSchema } run)
            throw new UserErrorException($"'{folder}' holds no run of this program: '{file}' is missing or not one of its files.");
        ComparisonSettings settings = SettingsOf(run, file);
        IReadOnlyList<Cell> cells = ExperimentPlan.Cells(settings, NetworkCost.Of(run.Network.LayerSizes));
        CellOutcome[] outcomes = [.. cells.Select(cell => RunFolder.LoadFrom(folder, cell)).OfType<CellOutcome>()];
        var places = ((GapState[])[GapState.Initial, GapState.Trained]).SelectMany(state => settings.GapEtas.Select(eta => (state, eta))).ToArray();
        GapPoint[] gaps = [.. places.Select(place => RunFolder.LoadGapFrom(folder, place.state, place.eta)).OfType<GapPoint>()];
        if (outcomes.Length < cells.Count || gaps.Length < places.Length)
        {
            throw new UserErrorException(
                $"The run in '{folder}' is not finished: {outcomes.Length + gaps.Length} of {cells.Count + places.Length} pieces are there. "
                + $"Finish it with the command that began it: {run.Command}");
        }

        return ComparisonRecord.Of(run, settings, new ComparisonResult(outcomes, gaps));
    }

    private static ComparisonSettings SettingsOf(RunDocument run, string file)
    {
        try
        {
            return run.Settings.ToSettings();
        }
        catch (FormatException e)
        {
            throw new UserErrorException($"'{file}' is of another version of this program: {e.Message}.");
        }
    }
}
