using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace NoiseRegGen.Samples.Tests;

public class QuickStartTests
{
    [Fact]
    public void The_quick_start_prints_a_loss_that_falls()
    {
        string[] lines = Run().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(["step   0:", "step  50:", "step 100:", "step 150:", "step 200:"], lines.Select(line => line[..9]));
        double[] losses = [.. lines.Select(line => double.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture))];
        Assert.Equal(losses.OrderDescending(), losses);
        Assert.InRange(losses[^1], 0, losses[0] / 20);
    }

    [Fact]
    public void The_quick_start_prints_the_same_every_time() => Assert.Equal(Run(), Run());

    private static string Run()
    {
        TextWriter before = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            typeof(QuickStart.Friction).Assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }

        return output.ToString();
    }
}
