using System;
using System.IO;
using System.Linq;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Files.Tests;

/// <summary>Saves that fail at each of their operations in turn.</summary>
public class AtomicSaveTests
{
    private static readonly byte[] s_old = Values.Bits<float>(new Networks.Small(1).Parameters);
    private static readonly byte[] s_new = Values.Bits<float>(new Networks.Small(2).Parameters);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_model_whose_save_fails_anywhere_is_the_old_one_or_the_new_one(bool dies)
    {
        int operations = 0, news = 0;
        while (true)
        {
            using Folder folder = new();
            string path = folder["a.safetensors"];
            ModelFile.Save(new Networks.Small(1), path);
            FaultyLayer layer = new(operations, dies);
            Exception? exception = Record.Exception(() => ModelFile.Save(new Networks.Small(2), path, null, layer));
            byte[] found = Values.Bits<float>(ModelFile.Load<Networks.Small, float>(path).Network.Parameters);
            if (!layer.Failed)
            {
                Assert.Equal(s_new, found);
                break;
            }

            Assert.IsType<IOException>(exception);
            Assert.True(found.SequenceEqual(s_old) || found.SequenceEqual(s_new));
            news += found.SequenceEqual(s_new) ? 1 : 0;
            if (!dies)
                Assert.DoesNotContain(folder.Files, file => file.EndsWith(".tmp", StringComparison.Ordinal));
            // The next save works and cleans up after the crash.
            ModelFile.Save(new Networks.Small(2), path);
            Assert.Equal(s_new, Values.Bits<float>(ModelFile.Load<Networks.Small, float>(path).Network.Parameters));
            Assert.Equal([folder["a.mlp.json"], folder["a.safetensors"]], folder.Files.Order());
            operations++;
        }

        // Create, two writes and a flush; create, one write and a flush; a deletion; two renames: ten points of failure at least, and
        // between the renames the new model is there.
        Assert.InRange(operations, 10, 20);
        Assert.Equal(1, news);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_checkpoint_whose_save_fails_anywhere_is_the_old_one(bool dies)
    {
        int operations = 0;
        while (true)
        {
            using Folder folder = new();
            string path = folder["a.checkpoint"];
            Trainer<CheckpointWriter.TrainedNetwork, float> trainer = CheckpointWriter.Run.Create(9, path);
            trainer.SaveCheckpoint(path);
            byte[] before = File.ReadAllBytes(path);
            CheckpointWriter.Run.TrainEpoch(trainer);
            FaultyLayer layer = new(operations, dies);
            Exception? exception = Record.Exception(() => trainer.SaveCheckpoint(path, layer));
            Trainer<CheckpointWriter.TrainedNetwork, float> restored = CheckpointWriter.Run.Create(9, path);
            restored.RestoreCheckpoint(path);
            if (!layer.Failed)
            {
                Assert.Equal(1, restored.EpochCount);
                break;
            }

            Assert.IsType<IOException>(exception);
            Assert.Equal(0, restored.EpochCount);
            Assert.Equal(before, File.ReadAllBytes(path));
            trainer.SaveCheckpoint(path);
            Assert.Equal([path], folder.Files);
            operations++;
        }

        // Create, a header, at least one block each of parameters and state, a flush, a rename.
        Assert.InRange(operations, 6, 20);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_the_frameworks_own_exception()
    {
        using Folder folder = new();
        Assert.Throws<DirectoryNotFoundException>(() => ModelFile.Save(new Networks.Small(1), Path.Combine(folder["none"], "a.safetensors")));
    }

    [Fact]
    public void A_save_in_progress_by_another_is_not_cleaned_away_and_foreign_files_stay()
    {
        using Folder folder = new();
        string path = folder["a.safetensors"], living = folder[$"a.safetensors.{Guid.NewGuid():N}.tmp"];
        string[] mine = [folder["a.safetensors.backup.tmp"], folder["a.safetensors.tmp"], folder[$"a.safetensors2.{Guid.NewGuid():N}.tmp"], folder[$"b.safetensors.{Guid.NewGuid():N}.tmp"]];
        foreach (string file in mine)
            File.WriteAllText(file, "mine");
        using (FileStream stream = new(living, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            ModelFile.Save(new Networks.Small(1), path);
            Assert.True(File.Exists(living));
        }

        ModelFile.Save(new Networks.Small(1), path);
        Assert.False(File.Exists(living));
        Assert.All(mine, file => Assert.True(File.Exists(file)));
    }
}
