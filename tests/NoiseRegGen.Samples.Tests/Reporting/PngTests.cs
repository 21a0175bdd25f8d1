using System.IO;
using CompareRegularizers.Reporting.Plots;
using OxyPlot.Axes;
using SkiaSharp;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Reporting;

public class PngTests
{
    private static readonly SKTypeface Font = LoadFont();

    [Fact]
    public void Text_is_drawn_as_its_glyphs()
    {
        // The same title drawn by hand in the program's font: as many dark pixels, within what another position on the grid of
        // pixels changes of the anti-aliased edges.
        int drawn = DarkPixels(Render("Test error"), rows: 60);
        using var bitmap = new SKBitmap(1520, 60);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale(2);
            using var paint = new SKPaint { Typeface = Font, TextSize = 16, IsAntialias = true, SubpixelText = true };
            canvas.DrawText("Test error", 20, 20, paint);
        }

        int expected = DarkPixels(bitmap, rows: 60);
        Assert.InRange(expected, 200, 5000);
        Assert.InRange(drawn, 0.85 * expected, 1.15 * expected);
    }

    [Fact]
    public void Other_text_gives_another_picture_and_no_text_none() => Assert.Multiple(
        () => Assert.NotEqual(Render("one").Bytes, Render("two").Bytes),
        () => Assert.Equal(0, DarkPixels(Render(" "), rows: 20)));

    [Fact]
    public void The_font_has_every_character_that_the_plots_use() =>
        Assert.True(Font.ContainsGlyphs("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;+-±×²/()[]%#'\"\u2212\u2016\u2207ηεσθ≤≥äöüß"));

    private static SKBitmap Render(string title)
    {
        var chart = new Chart(title, string.Empty).LinearAxis(AxisPosition.Bottom, "x").LinearAxis(AxisPosition.Left, "y");
        chart.Curve("curve", [(0, 0), (1, 1)], new SeriesStyle(SeriesStyle.Blue, OxyPlot.LineStyle.Dash, OxyPlot.MarkerType.Circle));
        using var stream = new MemoryStream();
        chart.WritePng(stream);
        return SKBitmap.Decode(stream.ToArray());
    }

    private static int DarkPixels(SKBitmap bitmap, int rows)
    {
        int count = 0;
        for (int y = 0; y < rows; y++)
        {
            for (int x = 0; x < bitmap.Width; x++)
                count += bitmap.GetPixel(x, y).Red < 128 ? 1 : 0;
        }

        return count;
    }

    private static SKTypeface LoadFont() => SKTypeface.FromStream(
        typeof(Chart).Assembly.GetManifestResourceStream("CompareRegularizers.DejaVuSans.ttf"));
}
