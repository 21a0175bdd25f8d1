using System;
using System.Collections.Generic;
using System.IO;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>A chart with one look for all plots of this program.</summary>
internal sealed class Chart
{
    private const double Width = 760;
    private const double Height = 520;
    private readonly PlotModel _model;

    /// <summary>An empty chart.</summary>
    /// <param name="title">What is shown, in a few words.</param>
    /// <param name="subtitle">What one must know to read it.</param>
    internal Chart(string title, string subtitle)
    {
        _model = new PlotModel
        {
            Title = title,
            Subtitle = subtitle,
            Background = OxyColors.White,
            DefaultFont = "Helvetica, Arial, sans-serif",
            DefaultFontSize = 13,
            TitleFontSize = 16,
            // The embedded font has one weight.
            TitleFontWeight = FontWeights.Normal,
            SubtitleFontSize = 12,
            PlotAreaBorderThickness = new OxyThickness(1),
        };
        _model.Legends.Add(new Legend
        {
            LegendPlacement = LegendPlacement.Outside,
            LegendPosition = LegendPosition.BottomCenter,
            LegendOrientation = LegendOrientation.Horizontal,
            LegendItemSpacing = 24,
            LegendSymbolLength = 44,
            LegendLineSpacing = 4,
        });
    }

    /// <summary>Adds a logarithmic axis, labelled <c>1e-3</c>.</summary>
    internal Chart LogAxis(AxisPosition position, string title)
    {
        _model.Axes.Add(new LogarithmicAxis { LabelFormatter = Figures.Eta, MinimumPadding = 0.05, MaximumPadding = 0.05 });
        return Finish(position, title);
    }

    /// <summary>Adds a linear axis.</summary>
    internal Chart LinearAxis(AxisPosition position, string title)
    {
        _model.Axes.Add(new LinearAxis { MinimumPadding = 0.08, MaximumPadding = 0.08 });
        return Finish(position, title);
    }

    /// <summary>Adds a curve; points that are not finite are left out.</summary>
    /// <param name="title">Its entry in the legend; null for none.</param>
    /// <param name="points">Its points.</param>
    /// <param name="style">Its look.</param>
    internal Chart Curve(string? title, IEnumerable<(double X, double Y)> points, SeriesStyle style)
    {
        var series = new LineSeries
        {
            Title = title,
            RenderInLegend = title is not null,
            Color = style.Color,
            LineStyle = style.Line,
            Dashes = style.Dashes,
            // A series without a line would still show one in the legend.
            StrokeThickness = style.Line == LineStyle.None ? 0 : style.Thickness,
            MarkerType = style.Marker,
            MarkerSize = style.Hollow ? 6 : 4,
            MarkerStroke = style.Color,
            MarkerStrokeThickness = 1.5,
            MarkerFill = style.Hollow ? OxyColors.White : style.Color,
        };
        foreach ((double x, double y) in points)
        {
            if (double.IsFinite(x) && double.IsFinite(y))
                series.Points.Add(new DataPoint(x, y));
        }

        _model.Series.Add(series);
        return this;
    }

    /// <summary>Adds vertical bars from one value to another; those that are not finite are left out.</summary>
    internal Chart Bars(IEnumerable<(double X, double Low, double High)> bars, SeriesStyle style)
    {
        var series = new LineSeries { Color = style.Color, StrokeThickness = 1.2, RenderInLegend = false };
        foreach ((double x, double low, double high) in bars)
        {
            if (!double.IsFinite(low) || !double.IsFinite(high))
                continue;
            series.Points.Add(new DataPoint(x, low));
            series.Points.Add(new DataPoint(x, high));
            series.Points.Add(DataPoint.Undefined);
        }

        _model.Series.Add(series);
        return this;
    }

    /// <summary>Adds a grey band between two heights.</summary>
    internal Chart Band(double left, double right, double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high))
            return this;
        var series = new AreaSeries { Color = OxyColors.Transparent, Fill = OxyColor.FromRgb(0xE4, 0xE4, 0xE4), RenderInLegend = false };
        foreach (double x in (double[])[left, right])
        {
            series.Points.Add(new DataPoint(x, low));
            series.Points2.Add(new DataPoint(x, high));
        }

        _model.Series.Add(series);
        return this;
    }

    /// <summary>Adds a band between two curves.</summary>
    internal Chart Band(IEnumerable<(double X, double Low, double High)> points, OxyColor color)
    {
        var series = new AreaSeries { Color = OxyColors.Transparent, Fill = OxyColor.FromAColor(0x38, color), RenderInLegend = false };
        foreach ((double x, double low, double high) in points)
        {
            series.Points.Add(new DataPoint(x, low));
            series.Points2.Add(new DataPoint(x, high));
        }

        _model.Series.Add(series);
        return this;
    }

    /// <summary>Writes the chart as SVG, its text as text: it is there even where this program finds no font.</summary>
    internal void WriteSvg(Stream stream)
    {
        var exporter = new SvgExporter
        {
            Width = Width,
            Height = Height,
            IsDocument = true,
            UseVerticalTextAlignmentWorkaround = true,
            TextMeasurer = new TextMeasurer(),
        };
        exporter.Export(_model, stream);
        RequireDrawn();
    }

    /// <summary>Writes the chart as PNG, its text in the font that this program carries.</summary>
    internal void WritePng(Stream stream)
    {
        PngCanvas.Draw(stream, Width, Height, context =>
        {
            ((IPlotModel)_model).Update(true);
            ((IPlotModel)_model).Render(context, new OxyRect(0, 0, Width, Height));
            RequireDrawn();
        });
    }

    // The model keeps what went wrong in a picture of its own instead of throwing.
    private void RequireDrawn()
    {
        if (_model.GetLastPlotException() is { } exception)
            throw new InvalidOperationException($"The plot '{_model.Title}' could not be drawn.", exception);
    }

    private Chart Finish(AxisPosition position, string title)
    {
        Axis axis = _model.Axes[^1];
        axis.Position = position;
        axis.Title = title;
        axis.MajorGridlineStyle = LineStyle.Solid;
        axis.MajorGridlineColor = OxyColor.FromRgb(0xEC, 0xEC, 0xEC);
        axis.AxisTitleDistance = 8;
        return this;
    }
}
