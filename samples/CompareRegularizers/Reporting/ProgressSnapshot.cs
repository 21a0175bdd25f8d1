using System;
using System.Collections.Generic;
using System.Globalization;

namespace CompareRegularizers.Reporting;

/// <summary>How far a comparison is at one moment.</summary>
/// <param name="Done">The number of pieces of work that are done.</param>
/// <param name="Count">The number there are.</param>
/// <param name="Fraction">The part of the work, in [0, 1].</param>
/// <param name="Elapsed">The time since the start of this process's work.</param>
/// <param name="Remaining">The time left at the pace so far; null before the first piece.</param>
/// <param name="Examples">The number of examples presented in this process.</param>
/// <param name="Arms">The arms.</param>
internal sealed record ProgressSnapshot(
    int Done, int Count, double Fraction, TimeSpan Elapsed, TimeSpan? Remaining, long Examples, IReadOnlyList<ArmProgress> Arms)
{
    /// <summary>Training examples per second, all threads together.</summary>
    internal double ExamplesPerSecond => Elapsed > TimeSpan.Zero ? Examples / Elapsed.TotalSeconds : 0;

    /// <summary>Such as <c> 40 % (136 of 340), 0:23 left, 2.10 M examples/s</c>.</summary>
    public override string ToString()
    {
        string left = Remaining is { } time && Done < Count ? $", {Time(time)} left" : string.Empty;
        string rate = Examples > 0 ? $", {Figures.Rate(ExamplesPerSecond)} examples/s" : string.Empty;
        // The fraction is a sum of many, and need not round to 1.
        double percent = Done == Count ? 100 : Math.Floor(100 * Fraction);
        return string.Create(CultureInfo.InvariantCulture, $"{percent,3} % ({Done} of {Count}){left}{rate}");
    }

    /// <summary>Such as <c>1:02:03</c> or <c>0:23</c>.</summary>
    internal static string Time(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}");
}
