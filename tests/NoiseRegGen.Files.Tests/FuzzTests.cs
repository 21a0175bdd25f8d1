using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CsCheck;
using NoiseRegGen.Files.Safetensors;
using Xunit;

namespace NoiseRegGen.Files.Tests;

/// <summary>
/// Random damage to the files of the corpus. Whatever comes is loaded as the plain reader has it, or refused with the one exception.
/// </summary>
public class FuzzTests
{
    /// <summary>The length of the slow run, in seconds.</summary>
    private const int Seconds = 30;

    private static readonly byte[][] s_seeds = [.. Directory.GetFiles(CorpusTests.Folder).Order().Select(File.ReadAllBytes), Checkpoint()];

    // What headers are made of: a random sequence of these is nearer to a header than random letters.
    private static readonly string[] s_pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", " ", "0", "1", "8", "-", "1e9", "18446744073709551615", "null", "true", "\\u0000", "\\",
        "\"0.weight\":", "\"0.bias\":", "\"__metadata__\":", "\"dtype\":\"F32\"", "\"shape\":[1,2]", "\"shape\":[1]", "\"data_offsets\":[0,8]",
        "\"data_offsets\":[8,12]", "{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}", "\"noisereggen.version\":\"1\"", "\"a\":\"b\"",
    ];

    private static readonly Gen<string> s_piece = Gen.Int[0, s_pieces.Length - 1].Select(i => s_pieces[i]);

    private static readonly Gen<Func<byte[], byte[]>> s_mutation = Gen.OneOf(
        Gen.Select(Gen.Double[0, 1], Gen.Byte, (at, mask) => (Func<byte[], byte[]>)(bytes => Changed(bytes, at, b => (byte)(b ^ mask)))),
        Gen.Select(Gen.Double[0, 1], Gen.Char['0', '9'], (at, digit) => (Func<byte[], byte[]>)(bytes => Changed(bytes, at, _ => (byte)digit))),
        Gen.Select(Gen.Double[0, 1], Gen.Int[1, 40], (at, count) => (Func<byte[], byte[]>)(bytes => Cut(bytes, at, count))),
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[1, 40], (from, to, count) => (Func<byte[], byte[]>)(bytes => Copied(bytes, from, to, count))),
        Gen.Select(Gen.Double[0, 1], s_piece, (at, piece) => (Func<byte[], byte[]>)(bytes => Inserted(bytes, at, Encoding.UTF8.GetBytes(piece)))),
        Gen.Select(Gen.ULong, length => (Func<byte[], byte[]>)(bytes => bytes.Length < 8 ? bytes : [.. BitConverter.GetBytes(length), .. bytes[8..]])));

    private static readonly Gen<byte[]> s_damaged = Gen.Select(
        Gen.Int[0, s_seeds.Length - 1], s_mutation.Array[1, 6], Gen.Bool,
        (seed, mutations, mend) => Damaged(s_seeds[seed], mutations, mend));

    private static readonly Gen<byte[]> s_assembled = Gen.Select(
        s_piece.Array[0, 30], Gen.Int[0, 16], (pieces, data) => ForeignFile.Build("{" + string.Concat(pieces) + "}", new byte[data]));

    [Fact]
    public void Damaged_files_are_loaded_as_they_read_or_refused() => Gen.OneOf(s_damaged, s_assembled).Sample(Check, iter: 20_000, threads: 1);

    [Fact]
    [Trait("Suite", "slow")]
    public void Damaged_files_are_loaded_as_they_read_or_refused_for_thirty_seconds() =>
        Gen.OneOf(s_damaged, s_assembled).Sample(Check, time: Seconds, threads: 1);

    [Fact]
    public void Damaged_descriptions_are_read_or_refused()
    {
        byte[] good = new ModelDescription([3, 4, 2], [Activation.Tanh, Activation.Sin], Precision.Double, new string('0', 64), null).ToJson();
        void Check(Func<byte[], byte[]>[] mutations) => Accepts(() => ModelDescription.Parse(Damaged(good, mutations, mend: false), "memory"));
        s_mutation.Array[1, 6].Sample(Check, iter: 20_000, threads: 1);
    }

    [Fact]
    public void Damaged_descriptions_of_data_are_read_or_refused()
    {
        byte[] good = Encoding.UTF8.GetBytes(Values.Table.ToJson());
        void Check(Func<byte[], byte[]>[] mutations) =>
            Accepts(() => DataDescription.Parse(Encoding.UTF8.GetString(Damaged(good, mutations, mend: false)), "memory"));
        s_mutation.Array[1, 6].Sample(Check, iter: 20_000, threads: 1);
    }

    private static void Check(byte[] bytes)
    {
        float[]? loaded = null;
        if (Accepts(() => loaded = Loading.FromMemory<Networks.OneLayer, float>(bytes)))
            Assert.Equal(PlainReader.Read(bytes), Values.Bits<float>(loaded));
        Accepts(() => Loading.FromMemory<Networks.SmallDouble, double>(bytes, new ModelLoadOptions { ConvertPrecision = true, AllowNonFinite = true }));
        Accepts(() =>
        {
            using SafetensorsFile file = SafetensorsFile.Open(new MemoryStream(bytes), "memory");
            CheckpointFile.Read<Networks.OneLayer, float>(file, 6);
        });
    }

    /// <summary>Whether something is accepted; any other exception than the one fails the test.</summary>
    private static bool Accepts(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (ModelFileException)
        {
            return false;
        }
    }

    private static byte[] Checkpoint()
    {
        using Folder folder = new();
        new Training.Trainer<Networks.OneLayer, float>(new Networks.OneLayer(1), new Training.Adam<float>(3), new Training.TrainingOptions())
            .SaveCheckpoint(folder["a.checkpoint"]);
        return File.ReadAllBytes(folder["a.checkpoint"]);
    }

    /// <summary>Applies the mutations to the header and the data; where <paramref name="mend"/>, the length of the header is set right again.</summary>
    private static byte[] Damaged(byte[] bytes, IEnumerable<Func<byte[], byte[]>> mutations, bool mend)
    {
        if (!mend || bytes.Length < 8)
            return mutations.Aggregate(bytes, (current, mutation) => mutation(current));
        int header = (int)Math.Min(BitConverter.ToInt64(bytes), bytes.Length - 8);
        byte[] json = mutations.Aggregate(bytes[8..(8 + header)], (current, mutation) => mutation(current));
        return ForeignFile.Build(json, bytes[(8 + header)..]);
    }

    private static byte[] Changed(byte[] bytes, double at, Func<byte, byte> change)
    {
        byte[] changed = [.. bytes];
        if (changed.Length > 0)
            changed[Place(bytes, at, 1)] = change(changed[Place(bytes, at, 1)]);
        return changed;
    }

    private static byte[] Cut(byte[] bytes, double at, int count)
    {
        int from = Place(bytes, at, 0);
        return [.. bytes[..from], .. bytes[Math.Min(bytes.Length, from + count)..]];
    }

    private static byte[] Copied(byte[] bytes, double from, double to, int count)
    {
        int start = Place(bytes, from, 0);
        return Inserted(bytes, to, bytes[start..Math.Min(bytes.Length, start + count)]);
    }

    private static byte[] Inserted(byte[] bytes, double at, byte[] more)
    {
        int place = Place(bytes, at, 0);
        return [.. bytes[..place], .. more, .. bytes[place..]];
    }

    private static int Place(byte[] bytes, double at, int room) => Math.Min((int)(at * (bytes.Length + 1)), Math.Max(0, bytes.Length - room));
}
