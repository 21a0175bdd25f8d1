using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime;

namespace NoiseRegGen.Benchmarks.Startup;

/// <summary>The child process: loads a compiled network and times its first and its later calls.</summary>
internal static class StartupProbe
{
    private const int Batch = 32;
    private const int Cold = 30;
    private const int Warm = 3000;
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(0.5);

    internal static string[] Operations { get; } = ["Forward", "Gradient", "NoisyGradient", "PenalizedGradient", "CorrectedGradient"];

    /// <summary>Prints methods and milliseconds that the runtime compiled, then for each operation the first call in ms, a cold and a warm one in us.</summary>
    internal static void Run(string assembly) =>
        typeof(StartupProbe).GetMethod(nameof(Time), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(Assembly.LoadFrom(assembly).GetType(DeepNetwork.Name, throwOnError: true)!)
            .Invoke(null, null);

    private static void Time<TNet>()
        where TNet : class, IMlp<TNet, float>
    {
        TNet network = TNet.Create(1);
        MlpWorkspace<float> workspace = TNet.CreateWorkspace();
        float[] x = new float[Batch * TNet.LayerSizes[0]], y = new float[Batch], gradient = new float[network.Parameters.Length];
        Array.Fill(x, 0.5f);
        var noise = new WeightNoise { Eta = 1e-4, Seed = 1, Step = 0 };
        Action[] calls =
        [
            () => network.Forward(x, y, workspace),
            () => network.Gradient(x, y, gradient, workspace),
            () => network.NoisyGradient(x, y, gradient, noise, workspace),
            () => network.PenalizedGradient(x, y, gradient, 1e-4, workspace),
            () => network.CorrectedGradient(x, y, gradient, 1e-4, workspace),
        ];
        long methods = JitInfo.GetCompiledMethodCount();
        TimeSpan compiling = JitInfo.GetCompilationTime();
        double[] first = [.. calls.Select(static call => 1e-3 * Microseconds(call, 1))];
        double[] jitted = [JitInfo.GetCompiledMethodCount() - methods, (JitInfo.GetCompilationTime() - compiling).TotalMilliseconds];
        double[] cold = [.. calls.Select(static call => Microseconds(call, Cold))];
        foreach (Action call in calls)
            Settle(call);
        double[] warm = [.. calls.Select(static call => Microseconds(call, Cold))];
        Console.WriteLine(string.Join(' ', jitted.Concat(calls.SelectMany((_, i) => new[] { first[i], cold[i], warm[i] })).Select(static number => number.ToString(CultureInfo.InvariantCulture))));
    }

    private static void Settle(Action call)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Warm && Stopwatch.GetElapsedTime(start) < 4 * s_settle; i++)
            call();
        System.Threading.Thread.Sleep(s_settle);
    }

    private static double Microseconds(Action call, int times)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < times; i++)
            call();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / times;
    }
}
