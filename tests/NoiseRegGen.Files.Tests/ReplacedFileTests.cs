using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace NoiseRegGen.Files.Tests;

/// <summary>A model that is loaded while it is saved anew.</summary>
public class ReplacedFileTests
{
    [Fact]
    public async Task What_is_loaded_during_saves_is_one_of_the_saved_models_whole()
    {
        using Folder folder = new();
        string path = folder["a.safetensors"];
        Networks.Friction[] models = [.. Enumerable.Range(0, 3).Select(seed => new Networks.Friction((ulong)seed))];
        byte[][] bits = [.. models.Select(model => Values.Bits<float>(model.Parameters))];
        ModelFile.Save(models[0], path);
        bool done = false;
        Task saver = Task.Run(
            () =>
            {
                // Each save flushes two files to the disk: a hundred take a second.
                for (int i = 0; i < 100; i++)
                    ModelFile.Save(models[i % models.Length], path);
                Volatile.Write(ref done, true);
            },
            TestContext.Current.CancellationToken);
        Networks.Friction loaded = new(9);
        int loads = 0;
        while (!Volatile.Read(ref done) && !saver.IsFaulted)
        {
            ModelFile.LoadInto(loaded, path);
            Assert.Contains(bits, each => each.AsSpan().SequenceEqual(Values.Bits<float>(loaded.Parameters)));
            loads++;
        }

        await saver;
        Assert.True(loads > 0);
        Assert.Equal([folder["a.mlp.json"], path], folder.Files.Order());
    }

    [Fact]
    public void A_description_that_went_away_is_none()
    {
        using Folder folder = new();
        ModelFile.Save(new Networks.Small(1), folder["a.safetensors"]);
        File.Delete(folder["a.mlp.json"]);
        Assert.NotNull(ModelFile.Load<Networks.Small, float>(folder["a.safetensors"]).Network);
    }
}
