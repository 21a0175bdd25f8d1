using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using CompareRegularizers.Experiments;
using CompareRegularizers.Reporting.Plots;
using CompareRegularizers.Runs;

namespace CompareRegularizers.Reporting;

/// <summary>
/// The report: one file with everything in it, that opens anywhere and asks nothing of the network. Written as well-formed XML, so
/// that nothing in a name or a file can break it.
/// </summary>
internal static class HtmlReport
{
    private const string Style = """
        body { font: 15px/1.5 system-ui, "DejaVu Sans", Helvetica, Arial, sans-serif; color: #111; }
        body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; border-bottom: 1px solid #999; }
        .wide { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.87rem; }
        th, td { padding: 0.15rem 0.6rem; text-align: right; border-bottom: 1px solid #ddd; white-space: nowrap; }
        th:first-child, td:first-child { text-align: left; } th { border-bottom: 2px solid #555; }
        .text th, .text td { text-align: left; }
        figure { margin: 1.2rem 0; } figure svg { max-width: 100%; height: auto; } figcaption, .note { color: #444; font-size: 0.9rem; }
        pre { background: #f3f3f3; padding: 0.6rem; overflow-x: auto; font-size: 0.85rem; }
        @media print { h2 { page-break-after: avoid; } figure, table { page-break-inside: avoid; } }
        """;

    /// <summary>Writes the report.</summary>
    internal static void Write(Stream stream, ComparisonRecord record, IReadOnlyList<Picture> pictures)
    {
        string title = $"Regularisers compared on {record.Run.Data.Name}";
        var html = new XElement(
            "html",
            new XAttribute("lang", "en"),
            new XElement(
                "head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("title", title),
                new XElement("style", Style)),
            new XElement("body", new XElement("h1", title), Opening(record), Tables(record), Plots(pictures), Settings(record.Run)));
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n", Indent = false };
        stream.Write("<!DOCTYPE html>\n"u8);
        using (XmlWriter writer = XmlWriter.Create(stream, settings))
            html.WriteTo(writer);
        stream.WriteByte((byte)'\n');
    }

    private static IEnumerable<XElement> Opening(ComparisonRecord record)
    {
        foreach (string line in ComparisonText.Describe(record.Run))
            yield return new XElement("p", line);
        yield return new XElement("p", string.Create(
            CultureInfo.InvariantCulture,
            $"Everything was drawn anew {record.Settings.Repeats} times; all arms of a repeat share data, first weights, order of the examples ")
            + "and random numbers.");
        yield return Table(new ResultTable(
            null, ["arm", "minimises"], [.. record.Settings.Arms.Select(arm => (string[])[arm.Title, arm.Objective])], null), "wide text");
    }

    private static IEnumerable<XElement> Tables(ComparisonRecord record)
    {
        yield return new XElement("h2", "Results");
        foreach (ResultTable table in ResultTables.Of(record))
        {
            if (table.Title is { } title)
                yield return new XElement("p", title);
            yield return Table(table);
            if (table.Note is { } note)
                yield return new XElement("p", new XAttribute("class", "note"), note);
        }
    }

    private static XElement Table(ResultTable table, string look = "wide") => new(
        "div",
        new XAttribute("class", look),
        new XElement(
            "table",
            new XElement("thead", new XElement("tr", table.Headings.Select(heading => new XElement("th", heading)))),
            new XElement("tbody", table.Rows.Select(row => new XElement("tr", row.Select(cell => new XElement("td", cell)))))));

    private static IEnumerable<XElement> Plots(IEnumerable<Picture> pictures)
    {
        yield return new XElement("h2", "Pictures");
        foreach (Picture picture in pictures)
        {
            yield return new XElement(
                "figure",
                new XAttribute("id", picture.Name),
                SvgOf(picture),
                new XElement("figcaption", picture.Caption));
        }
    }

    // Clip paths have ids, which must differ within one document.
    private static XElement SvgOf(Picture picture)
    {
        using var svg = new MemoryStream();
        picture.Chart.WriteSvg(svg);
        svg.Position = 0;
        XElement element = XElement.Load(svg);
        string prefix = $"{picture.Name}-";
        foreach (XAttribute id in element.DescendantsAndSelf().Attributes("id"))
            id.Value = prefix + id.Value;
        foreach (XAttribute reference in element.DescendantsAndSelf().Attributes("clip-path"))
            reference.Value = reference.Value.Replace("url(#", $"url(#{prefix}", System.StringComparison.Ordinal);
        element.SetAttributeValue("role", "img");
        element.SetAttributeValue("aria-label", picture.Caption);
        return element;
    }

    private static IEnumerable<XElement> Settings(RunDocument run)
    {
        yield return new XElement("h2", "To repeat it");
        yield return new XElement("pre", $"dotnet run -c Release --project samples/CompareRegularizers -- {run.Command}".TrimEnd(' ', '-'));
        yield return new XElement(
            "p",
            $"NoiseRegGen {run.Environment.Program}, {run.Environment.Framework}, {run.Environment.Architecture}, "
            + $"vectors of {run.Environment.VectorBits} bits. On a machine with other vectors the last bits differ, and with them, after many steps, more than those.");
        yield return new XElement(
            "details",
            new XElement("summary", "All settings"),
            new XElement("pre", JsonSerializer.Serialize(run, RunJson.Options)));
    }
}
