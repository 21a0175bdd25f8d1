using OxyPlot;

namespace CompareRegularizers.Reporting.Plots;

/// <summary>How a series looks. Marker and dashes differ as well as the colour, so that a black-and-white print can be read.</summary>
/// <param name="Color">One of Okabe and Ito's colours, which the colour-blind tell apart.</param>
/// <param name="Line">The dashes; <see cref="LineStyle.None"/> for markers only.</param>
/// <param name="Marker">The marker; <see cref="MarkerType.None"/> for a line only.</param>
/// <param name="Hollow">Whether the marker is a ring, a little larger, so that it shows behind a filled one.</param>
internal sealed record SeriesStyle(OxyColor Color, LineStyle Line, MarkerType Marker, bool Hollow = false)
{
    /// <summary>Black.</summary>
    internal static readonly OxyColor Black = OxyColors.Black;

    /// <summary>Blue, dark in grey.</summary>
    internal static readonly OxyColor Blue = OxyColor.FromRgb(0x00, 0x72, 0xB2);

    /// <summary>Vermilion, lighter in grey.</summary>
    internal static readonly OxyColor Vermilion = OxyColor.FromRgb(0xD5, 0x5E, 0x00);

    /// <summary>Bluish green.</summary>
    internal static readonly OxyColor Green = OxyColor.FromRgb(0x00, 0x9E, 0x73);

    /// <summary>Sky blue, light in grey.</summary>
    internal static readonly OxyColor SkyBlue = OxyColor.FromRgb(0x56, 0xB4, 0xE9);

    /// <summary>Reddish purple.</summary>
    internal static readonly OxyColor Purple = OxyColor.FromRgb(0xCC, 0x79, 0xA7);

    /// <summary>Orange, light in grey.</summary>
    internal static readonly OxyColor Orange = OxyColor.FromRgb(0xE6, 0x9F, 0x00);

    /// <summary>Grey.</summary>
    internal static readonly OxyColor Grey = OxyColor.FromRgb(0x70, 0x70, 0x70);

    /// <summary>The line's thickness.</summary>
    internal double Thickness { get; init; } = 1.8;

    /// <summary>Dashes in units of the line's thickness, with gaps wide enough for print; null for a solid line.</summary>
    internal double[]? Dashes => Line switch
    {
        LineStyle.Dash => [5, 3],
        LineStyle.LongDash => [10, 3],
        LineStyle.Dot => [1.5, 2.5],
        LineStyle.DashDot => [6, 2.5, 1.5, 2.5],
        _ => null,
    };
}
