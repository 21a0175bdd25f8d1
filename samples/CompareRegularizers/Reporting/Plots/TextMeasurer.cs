using System;
using System.Collections.Generic;
using OxyPlot;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>
/// Guesses how much room a text takes in whichever sans-serif font the reader's machine has. The guess is for a wide one, so that
/// nothing overlaps; no font is needed on this machine.
/// </summary>
internal sealed class TextMeasurer : RenderContextBase
{
    // In units of the font size: letters of DejaVu Sans, the widest of the usual ones, and lines of any.
    private const double NarrowWidth = 0.38;
    private const double Width = 0.62;
    private const double BoldFactor = 1.12;
    private const double LineHeight = 1.25;
    private const string Narrow = " .,:;|!'()[]fijlrtI-/";

    /// <inheritdoc/>
    public override int ClipCount => 0;

    /// <inheritdoc/>
    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        if (string.IsNullOrEmpty(text))
            return OxySize.Empty;
        double widest = 0;
        string[] lines = text.Split('\n');
        foreach (string line in lines)
            widest = Math.Max(widest, MeasureLine(line));
        double factor = fontWeight > FontWeights.Normal ? BoldFactor : 1;
        return new OxySize(widest * factor * fontSize, lines.Length * LineHeight * fontSize);
    }

    /// <inheritdoc/>
    public override void DrawLine(
        IList<ScreenPoint> points,
        OxyColor stroke,
        double thickness,
        EdgeRenderingMode edgeRenderingMode,
        double[] dashArray,
        LineJoin lineJoin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void DrawPolygon(
        IList<ScreenPoint> points,
        OxyColor fill,
        OxyColor stroke,
        double thickness,
        EdgeRenderingMode edgeRenderingMode,
        double[] dashArray,
        LineJoin lineJoin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void DrawText(
        ScreenPoint p,
        string text,
        OxyColor fill,
        string fontFamily,
        double fontSize,
        double fontWeight,
        double rotation,
        HorizontalAlignment horizontalAlignment,
        VerticalAlignment verticalAlignment,
        OxySize? maxSize) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void PushClip(OxyRect clippingRectangle) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void PopClip() => throw new NotSupportedException();

    private static double MeasureLine(string line)
    {
        double width = 0;
        foreach (char c in line)
            width += Narrow.Contains(c, StringComparison.Ordinal) ? NarrowWidth : Width;
        return width;
    }
}
