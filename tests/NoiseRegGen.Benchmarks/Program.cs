using System;
using BenchmarkDotNet.Running;
using NoiseRegGen.Benchmarks.Generator;
using NoiseRegGen.Benchmarks.Loops;
using NoiseRegGen.Benchmarks.Startup;

namespace NoiseRegGen.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release --project tests/NoiseRegGen.Benchmarks -- rng</c> compares the random number
/// generators in paired runs, <c>-- moves</c> times the moves between layouts, <c>-- generator</c> what the generator
/// costs an editor, <c>-- startup</c> what a deep network costs to compile and to run for the first time,
/// <c>-- loops</c> counts the instructions of the products' innermost loops;
/// any other arguments go to BenchmarkDotNet.
/// </summary>
internal static class Program
{
    private static void Main(string[] args)
    {
        if (args is ["rng", ..])
        {
            GeneratorComparison.Run(Console.Out);
            return;
        }

        if (args is ["moves", ..])
        {
            MoveComparison.Run(Console.Out);
            return;
        }

        if (args is ["generator", ..])
        {
            KeystrokeComparison.Run(Console.Out);
            return;
        }

        if (args is ["startup", ..])
        {
            StartupCommand.Run(Console.Out);
            return;
        }

        if (args is ["startup-probe", { } assembly])
        {
            StartupProbe.Run(assembly);
            return;
        }

        if (args is ["loops", ..])
        {
            LoopsCommand.Run(Console.Out);
            return;
        }

        if (args is ["loops-probe"])
        {
            LoopsProbe.Run();
            return;
        }

        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    }
}
