using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace NoiseRegGen.Files.Tests;

/// <summary>The committed files that the fuzz run starts from: good-* are loaded as a network of one layer, bad-* are refused.</summary>
public class CorpusTests
{
    internal static string Folder => Values.Committed("Corpus");

    public static TheoryData<string> Names => new(Directory.GetFiles(Folder, "*.safetensors").Select(path => Path.GetFileName(path)!).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Good_files_are_loaded_and_bad_ones_refused(string name)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(Folder, name));
        if (name.StartsWith("good-", StringComparison.Ordinal))
            Assert.Equal(PlainReader.Read(bytes), Values.Bits<float>(Loading.FromMemory<Networks.OneLayer, float>(bytes)));
        else
            Loading.Refused<Networks.OneLayer, float>(bytes);
    }

    [Fact]
    public void There_are_files_of_both_kinds()
    {
        Assert.InRange(Directory.GetFiles(Folder, "good-*").Length, 6, 100);
        Assert.InRange(Directory.GetFiles(Folder, "bad-*").Length, 12, 100);
    }

    /// <summary>Writes the corpus; run by hand alone: <c>--explicit only --filter-method "*CorpusTests.The_corpus*"</c>.</summary>
    [Fact(Explicit = true)]
    public void The_corpus_is_written_on_demand()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "../../../Data/Corpus");
        foreach ((string name, byte[] bytes) in Files())
            File.WriteAllBytes(Path.Combine(folder, name + ".safetensors"), bytes);
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Files()
    {
        using Folder folder = new();
        ModelFile.Save(new Networks.OneLayer(Values.Singles(3)), folder["own.safetensors"]);
        yield return ("good-own", File.ReadAllBytes(folder["own.safetensors"]));
        ForeignFile.Tensor weight = ForeignFile.Single("0.weight", 1, 2), bias = ForeignFile.Single("0.bias", 1);
        ForeignFile.Tensor empty = new("0.weight", "F32", [0], []);
        yield return ("good-plain", ForeignFile.Build([weight, bias]));
        yield return ("good-bias-first", ForeignFile.Build([bias, weight]));
        yield return ("good-no-number", ForeignFile.Build([weight with { Name = "weight" }, bias with { Name = "bias" }]));
        yield return ("good-metadata", ForeignFile.Build([weight, bias], "{\"format\":\"pt\",\"\\u00fc\":\"\\n\"}"));
        yield return ("good-escaped-names", ForeignFile.Build([weight with { Name = "\\u0030.weight" }, bias with { Name = "0\\u002ebias" }]));
        yield return ("good-white-space", ForeignFile.Build("{ \"0.weight\" :\n" + ForeignFile.Entry("F32", " 1 , 2 ", 0, 8) + ", \"0.bias\":" + ForeignFile.Entry("F32", "1", 8, 12) + "}   ", new byte[12]));
        yield return ("bad-double", ForeignFile.Build([ForeignFile.Double("0.weight", 1, 2), ForeignFile.Double("0.bias", 1)]));
        yield return ("bad-half", ForeignFile.Build([weight with { DType = "F16", Bytes = new byte[4] }, bias]));
        yield return ("bad-transposed", ForeignFile.Build([weight with { Shape = [2, 1] }, bias]));
        yield return ("bad-flat", ForeignFile.Build([weight with { Shape = [2] }, bias]));
        yield return ("bad-two-biases", ForeignFile.Build([weight, bias, bias with { Name = "00.bias" }]));
        yield return ("bad-two-layers", ForeignFile.Build([weight, bias, ForeignFile.Single("1.weight", 1, 1), ForeignFile.Single("1.bias", 1)]));
        yield return ("bad-empty", []);
        yield return ("bad-only-length", BitConverter.GetBytes(2L));
        yield return ("bad-no-tensors", ForeignFile.Build("{}", []));
        yield return ("bad-empty-tensor", ForeignFile.Build([empty, bias]));
        yield return ("bad-name-twice", ForeignFile.Build([weight, bias, empty]));
        yield return ("bad-hole", ForeignFile.Build("{\"0.weight\":" + ForeignFile.Entry("F32", "1,2", 0, 8) + ",\"0.bias\":" + ForeignFile.Entry("F32", "1", 12, 16) + "}", new byte[16]));
        yield return ("bad-overlap", ForeignFile.Build("{\"0.weight\":" + ForeignFile.Entry("F32", "1,2", 0, 8) + ",\"0.bias\":" + ForeignFile.Entry("F32", "1", 4, 8) + "}", new byte[8]));
        yield return ("bad-wrapped-product", ForeignFile.Build("{\"0.weight\":" + ForeignFile.Entry("F32", "4611686018427387904,4611686018427387904,4,4", 0, 0) + "}", []));
        yield return ("bad-deep", ForeignFile.Build("{\"0.weight\":{\"shape\":[[[[[[]]]]]]}}", []));
        yield return ("bad-utf8", ForeignFile.Build([.. Encoding.ASCII.GetBytes("{\"0."), 0xc3, 0x28, .. "\":{}}"u8], []));
        yield return ("bad-nan", ForeignFile.Build([weight with { Bytes = Values.Bits<float>([1, float.NaN]) }, bias]));
    }
}
