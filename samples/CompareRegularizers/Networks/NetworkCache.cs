using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using NoiseRegGen;
using NoiseRegGen.Generator;

namespace CompareRegularizers.Networks;

/// <summary>
/// Keeps compiled networks in the user's own folder for such things, so that the second run with a shape starts at once. Nothing
/// depends on it: what is missing, damaged or made by another build of this program is compiled again.
/// </summary>
internal sealed class NetworkCache(string? folder)
{
    private const int HashLength = 32;

    /// <summary>The cache in the user's folder, or where the environment variable NRG_NETWORK_CACHE says.</summary>
    internal static NetworkCache Default { get; } = new(DefaultFolder());

    /// <summary>The assembly of a shape: from the cache, or made and put there.</summary>
    internal byte[] GetOrMake(NetworkShape shape, Func<NetworkShape, byte[]> make)
    {
        if (folder is null)
            return make(shape);
        string file = Path.Combine(folder, $"{Key(shape)}.dll");
        if (TryRead(file) is { } kept)
            return kept;
        byte[] made = make(shape);
        TryWrite(file, made);
        return made;
    }

    // An assembly belongs to one build of the generator, of the runtime library and to one framework.
    private static string Key(NetworkShape shape)
    {
        string text = string.Join(
            '\n',
            NetworkCompiler.Source(shape),
            typeof(MlpGenerator).Module.ModuleVersionId,
            typeof(MlpAttribute).Module.ModuleVersionId,
            Environment.Version);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }

    private static string? DefaultFolder()
    {
        if (Environment.GetEnvironmentVariable("NRG_NETWORK_CACHE") is { Length: > 0 } told)
            return told;
        string user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return user.Length == 0 ? null : Path.Combine(user, "NoiseRegGen", "networks");
    }

    // The file is the assembly's SHA-256, then the assembly.
    private static byte[]? TryRead(string file)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(file);
            bool whole = bytes.Length > HashLength
                && SHA256.HashData(bytes.AsSpan(HashLength)).AsSpan().SequenceEqual(bytes.AsSpan(0, HashLength));
            return whole ? bytes[HashLength..] : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void TryWrite(string file, byte[] assembly)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            string temporary = $"{file}.{Guid.NewGuid():N}.tmp";
            File.WriteAllBytes(temporary, [.. SHA256.HashData(assembly), .. assembly]);
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be written to is only slow.
        }
    }
}
