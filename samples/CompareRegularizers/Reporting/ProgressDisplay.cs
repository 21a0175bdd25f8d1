using System;
using System.IO;
using System.Threading.Tasks;
using Spectre.Console;

namespace CompareRegularizers.Reporting;

/// <summary>
/// Shows how far the work is: a live table with a bar on a terminal, a plain line at every tenth elsewhere, nothing if told to be
/// quiet.
/// </summary>
internal sealed class ProgressDisplay(IAnsiConsole? terminal, TextWriter? lines)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>The display for a stream.</summary>
    /// <param name="error">Where the progress goes, so that a redirected output holds results only.</param>
    /// <param name="quiet">Whether to show nothing.</param>
    internal static ProgressDisplay For(TextWriter error, bool quiet)
    {
        if (quiet)
            return new ProgressDisplay(null, null);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return ReferenceEquals(error, Console.Error) && console.Profile.Out.IsTerminal
            ? new ProgressDisplay(console, null)
            : new ProgressDisplay(null, error);
    }

    /// <summary>Runs the work on other threads and shows its progress from this one.</summary>
    internal T Run<T>(Func<ProgressSnapshot> progress, Func<T> work)
    {
        Task<T> task = Task.Run(work);
        if (terminal is not null)
            Watch(task, progress, terminal);
        else if (lines is not null)
            Watch(task, progress, lines);
        return task.GetAwaiter().GetResult();
    }

    private static void Watch(Task task, Func<ProgressSnapshot> progress, IAnsiConsole console) => console
        .Live(ProgressTable.Render(progress()))
        .AutoClear(true)
        .Start(context =>
        {
            while (!IsDone(task))
                context.UpdateTarget(ProgressTable.Render(progress()));
        });

    private static void Watch(Task task, Func<ProgressSnapshot> progress, TextWriter lines)
    {
        int said = 0;
        bool done;
        do
        {
            done = IsDone(task);
            ProgressSnapshot now = progress();
            int tenth = now.Done == now.Count ? 10 : (int)(10 * now.Fraction);
            if (tenth > said)
                lines.WriteLine(now);
            said = Math.Max(said, tenth);
        }
        while (!done);
    }

    private static bool IsDone(Task task) => Task.WaitAny([task], Interval) == 0;
}
