using System;
using System.IO;
using System.Threading;
using Spectre.Console;

namespace CompareRegularizers.Reporting;

/// <summary>Shows how far the work is: a bar on a terminal, a plain line at every tenth elsewhere, nothing if told to be quiet.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs the work and shows its progress.</summary>
    /// <param name="error">Where the progress goes, so that a redirected output holds results only.</param>
    /// <param name="quiet">Whether to show nothing.</param>
    /// <param name="count">How many times the work will report.</param>
    /// <param name="work">The work; what it is given is called from any thread.</param>
    internal static T Run<T>(TextWriter error, bool quiet, int count, Func<Action, T> work)
    {
        if (quiet)
            return work(static () => { });
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return ReferenceEquals(error, Console.Error) && console.Profile.Out.IsTerminal
            ? RunWithBar(console, count, work)
            : RunWithLines(error, count, work);
    }

    private static T RunWithBar<T>(IAnsiConsole console, int count, Func<Action, T> work) => console.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .Start(context =>
        {
            ProgressTask task = context.AddTask("Training", maxValue: count);
            return work(() => task.Increment(1));
        });

    private static T RunWithLines<T>(TextWriter error, int count, Func<Action, T> work)
    {
        var gate = new Lock();
        int done = 0;
        return work(() =>
        {
            lock (gate)
            {
                done++;
                if (done * 10 / count > (done - 1) * 10 / count)
                    error.WriteLine($"{done * 100 / count,3} % ({done} of {count})");
            }
        });
    }
}
