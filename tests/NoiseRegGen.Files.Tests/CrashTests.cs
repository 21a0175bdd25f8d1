using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using NoiseRegGen.CheckpointWriter;
using NoiseRegGen.Training;
using Xunit;

namespace NoiseRegGen.Files.Tests;

/// <summary>A training run in a child process that is killed, over and over, at random moments.</summary>
public class CrashTests(ITestOutputHelper output)
{
    private const int Kills = 200;
    private const int Epochs = 1_000_000;

    [Fact]
    [Trait("Suite", "slow")]
    public void A_process_killed_at_any_moment_leaves_a_checkpoint_and_the_run_goes_on_bit_for_bit()
    {
        using Folder folder = new();
        string path = folder["run.checkpoint"];
        Random random = new(1);
        int epoch = 0, leftovers = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            // Up to some saves after the start, of which the runtime's own takes most.
            Kill(path, TimeSpan.FromMilliseconds(random.NextDouble() * 30));
            leftovers += folder.Files.Any(file => file.EndsWith(".tmp", StringComparison.Ordinal)) ? 1 : 0;
            int now = Epoch(path);
            Assert.True(now >= epoch, $"epoch {now} after epoch {epoch}");
            epoch = now;
        }

        output.WriteLine($"{Kills} kills, {leftovers} of them inside a save, {epoch} epochs");
        // Most of a step's time is the save's, so a good part of the kills must have hit one; fewer would mean the test tests nothing.
        Assert.InRange(leftovers, Kills / 10, Kills);
        Assert.Equal(WholeRun(epoch), Restored(path));
    }

    /// <summary>Starts the child, lets it save at least once, and kills it some time after.</summary>
    private static void Kill(string path, TimeSpan delay)
    {
        DateTime before = File.Exists(path) ? File.GetLastWriteTimeUtc(path) : default;
        ProcessStartInfo start = new("dotnet") { RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "NoiseRegGen.CheckpointWriter.dll"));
        start.ArgumentList.Add(Epochs.ToString(System.Globalization.CultureInfo.InvariantCulture));
        start.ArgumentList.Add(path);
        using Process child = Process.Start(start)!;
        while (!File.Exists(path) || File.GetLastWriteTimeUtc(path) == before)
        {
            Assert.False(child.HasExited, child.HasExited ? child.StandardError.ReadToEnd() : "");
            Thread.Sleep(1);
        }

        Thread.Sleep(delay);
        child.Kill();
        child.WaitForExit();
    }

    private static int Epoch(string path)
    {
        Trainer<TrainedNetwork, float> trainer = Run.Create(Epochs, null);
        trainer.RestoreCheckpoint(path);
        return trainer.EpochCount;
    }

    private static byte[] Restored(string path)
    {
        Trainer<TrainedNetwork, float> trainer = Run.Create(Epochs, null);
        trainer.RestoreCheckpoint(path);
        return Values.Bits<float>(trainer.Network.Parameters);
    }

    private static byte[] WholeRun(int epochs)
    {
        Trainer<TrainedNetwork, float> trainer = Run.Create(Epochs, null);
        for (int epoch = 0; epoch < epochs; epoch++)
            Run.TrainEpoch(trainer);
        return Values.Bits<float>(trainer.Network.Parameters);
    }
}
