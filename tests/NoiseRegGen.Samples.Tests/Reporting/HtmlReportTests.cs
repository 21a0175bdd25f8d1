using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using CompareRegularizers.Reporting;
using CompareRegularizers.Reporting.Plots;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Reporting;

public class HtmlReportTests
{
    private static readonly string Text = Write();
    private static readonly XElement Html = XElement.Parse(Text["<!DOCTYPE html>".Length..]);

    [Fact]
    public void It_asks_nothing_of_the_network_or_of_other_files()
    {
        Assert.DoesNotContain(Html.DescendantsAndSelf().Attributes(), a => a.Name.LocalName is "src" or "href");
        Assert.DoesNotContain("@import", Text, StringComparison.Ordinal);
        Assert.All(Html.DescendantsAndSelf().Attributes(), a => Assert.True(
            !a.Value.Contains("url(", StringComparison.Ordinal) || a.Value.Contains("url(#", StringComparison.Ordinal)));
    }

    [Fact]
    public void All_tables_plots_settings_versions_and_the_command_are_in_it()
    {
        Assert.Equal(1 + ResultTables.Of(Sample.Record).Count(), Elements("table").Count());
        Assert.Equal(Pictures.Of(Sample.Record).Select(picture => picture.Name), Elements("figure").Select(f => f.Attribute("id")!.Value));
        Assert.Equal(Elements("figure").Count(), Elements("svg").Count());
        Assert.Contains(Elements("td"), cell => cell.Value == "gradient penalty");
        string[] code = [.. Elements("pre").Select(pre => pre.Value)];
        Assert.EndsWith("-- compare --data 'a <b> & c.csv' --target y", code[0], StringComparison.Ordinal);
        Assert.Contains("\"gapDraws\": 20", code[1], StringComparison.Ordinal);
        Assert.Contains(Elements("p"), p => p.Value.Contains(System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription, StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_differ_and_what_refers_to_them_finds_them()
    {
        string[] ids = [.. Html.DescendantsAndSelf().Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        string[] references = [.. Html.DescendantsAndSelf().Attributes("clip-path").Select(a => a.Value)];
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.Contains(reference["url(#".Length..^1], ids));
    }

    private static IEnumerable<XElement> Elements(string name) => Html.Descendants().Where(element => element.Name.LocalName == name);

    private static string Write()
    {
        using var stream = new MemoryStream();
        HtmlReport.Write(stream, Sample.Record, Pictures.Of(Sample.Record));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
