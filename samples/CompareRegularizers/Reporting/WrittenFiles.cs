using System.Collections.Generic;
using CompareRegularizers.Reporting.Plots;

namespace CompareRegularizers.Reporting;

/// <summary>What a command says of the files that it wrote.</summary>
internal static class WrittenFiles
{
    /// <summary>Names the folder, the files, and what is missing among them.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="files">Their names in it.</param>
    internal static string Describe(string folder, IReadOnlyList<string> files) =>
        $"Written to {folder}: {string.Join(", ", files)}"
        + (PngCanvas.IsAvailable ? string.Empty : ". No PNG: the native part of SkiaSharp, which draws them, does not load on this machine");
}
