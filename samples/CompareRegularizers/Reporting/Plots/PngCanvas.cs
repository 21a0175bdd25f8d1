using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using OxyPlot;
using SkiaSharp;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>Draws on a bitmap. All text is in one font that is part of this program: no font is needed on the machine.</summary>
internal sealed class PngCanvas : RenderContextBase
{
    // Pixels per unit: sharp on paper and on dense screens.
    private const float Scale = 2;
    private static readonly Lazy<SKTypeface> Typeface = new(LoadTypeface);
    private readonly SKCanvas _canvas;
    private int _clips;

    private PngCanvas(SKCanvas canvas) => _canvas = canvas;

    /// <inheritdoc/>
    public override int ClipCount => _clips;

    /// <summary>Whether SkiaSharp's native part loads on this machine; where it does not, there are no PNG, and all else is as ever.</summary>
    internal static bool IsAvailable { get; } = Loads();

    /// <summary>Draws a picture and writes it.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="width">In units of which two pixels make one.</param>
    /// <param name="height">In the same.</param>
    /// <param name="draw">Draws it, on white.</param>
    internal static void Draw(Stream stream, double width, double height, Action<IRenderContext> draw)
    {
        using var bitmap = new SKBitmap((int)(Scale * width), (int)(Scale * height));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale(Scale);
            draw(new PngCanvas(canvas));
        }

        using SKData data = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        data.SaveTo(stream);
    }

    /// <inheritdoc/>
    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        if (string.IsNullOrEmpty(text))
            return OxySize.Empty;
        using SKPaint paint = TextPaint(OxyColors.Black, fontSize);
        double widest = 0;
        string[] lines = text.Split('\n');
        foreach (string line in lines)
            widest = Math.Max(widest, paint.MeasureText(line));
        return new OxySize(widest, lines.Length * paint.FontSpacing);
    }

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
        OxySize? maxSize)
    {
        if (string.IsNullOrEmpty(text) || !fill.IsVisible())
            return;
        using SKPaint paint = TextPaint(fill, fontSize);
        string[] lines = text.Split('\n');
        double height = lines.Length * paint.FontSpacing;
        double top = verticalAlignment switch
        {
            VerticalAlignment.Top => 0,
            VerticalAlignment.Middle => -height / 2,
            _ => -height,
        };
        using var restore = new SKAutoCanvasRestore(_canvas);
        _canvas.Translate((float)p.X, (float)p.Y);
        _canvas.RotateDegrees((float)rotation);
        foreach (string line in lines)
        {
            double left = -paint.MeasureText(line) * (horizontalAlignment switch
            {
                HorizontalAlignment.Left => 0,
                HorizontalAlignment.Center => 0.5,
                _ => 1,
            });
            _canvas.DrawText(line, (float)left, (float)top - paint.FontMetrics.Ascent, paint);
            top += paint.FontSpacing;
        }
    }

    /// <inheritdoc/>
    public override void DrawLine(
        IList<ScreenPoint> points, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode, double[] dashArray, LineJoin lineJoin)
    {
        if (points.Count < 2 || !stroke.IsVisible() || thickness <= 0)
            return;
        using SKPath path = PathOf(points, close: false);
        Stroke(path, stroke, thickness, dashArray, lineJoin);
    }

    /// <inheritdoc/>
    public override void DrawPolygon(
        IList<ScreenPoint> points,
        OxyColor fill,
        OxyColor stroke,
        double thickness,
        EdgeRenderingMode edgeRenderingMode,
        double[] dashArray,
        LineJoin lineJoin)
    {
        if (points.Count < 2)
            return;
        using SKPath path = PathOf(points, close: true);
        if (fill.IsVisible())
        {
            using var paint = new SKPaint { Color = ColorOf(fill), IsAntialias = true };
            _canvas.DrawPath(path, paint);
        }

        if (stroke.IsVisible() && thickness > 0)
            Stroke(path, stroke, thickness, dashArray, lineJoin);
    }

    /// <inheritdoc/>
    public override void PushClip(OxyRect clippingRectangle)
    {
        _canvas.Save();
        _canvas.ClipRect(new SKRect(
            (float)clippingRectangle.Left, (float)clippingRectangle.Top, (float)clippingRectangle.Right, (float)clippingRectangle.Bottom));
        _clips++;
    }

    /// <inheritdoc/>
    public override void PopClip()
    {
        _canvas.Restore();
        _clips--;
    }

    private static bool Loads()
    {
        try
        {
            using var bitmap = new SKBitmap(1, 1);
            return true;
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            return false;
        }
    }

    private static SKTypeface LoadTypeface()
    {
        const string Name = "CompareRegularizers.DejaVuSans.ttf";
        using Stream font = Assembly.GetExecutingAssembly().GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"The font {Name} is not in the program.");
        return SKTypeface.FromStream(font);
    }

    private static SKPaint TextPaint(OxyColor color, double size) =>
        new() { Typeface = Typeface.Value, TextSize = (float)size, Color = ColorOf(color), IsAntialias = true, SubpixelText = true };

    private static SKColor ColorOf(OxyColor color) => new(color.R, color.G, color.B, color.A);

    private static SKPath PathOf(IList<ScreenPoint> points, bool close)
    {
        var path = new SKPath();
        path.MoveTo((float)points[0].X, (float)points[0].Y);
        for (int i = 1; i < points.Count; i++)
            path.LineTo((float)points[i].X, (float)points[i].Y);
        if (close)
            path.Close();
        return path;
    }

    private void Stroke(SKPath path, OxyColor color, double thickness, double[]? dashes, LineJoin join)
    {
        using var paint = new SKPaint
        {
            Color = ColorOf(color),
            IsAntialias = true,
            IsStroke = true,
            StrokeWidth = (float)thickness,
            StrokeJoin = join == LineJoin.Round ? SKStrokeJoin.Round : join == LineJoin.Bevel ? SKStrokeJoin.Bevel : SKStrokeJoin.Miter,
        };
        // The dashes are in units of the thickness, their number even.
        if (dashes is { Length: > 0 })
            paint.PathEffect = SKPathEffect.CreateDash(Array.ConvertAll(dashes, dash => (float)(dash * thickness)), 0);
        _canvas.DrawPath(path, paint);
    }
}
