using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using NoiseRegGen.Benchmarks.Generator;

namespace NoiseRegGen.Benchmarks.Loops;

/// <summary>What the innermost loops of the matrix products consist of, read off the JIT's own listing.</summary>
internal static class LoopsCommand
{
    private static readonly string[] s_kernels = ["Affine*", "MultiplyTransposed*", "AddOuterProduct*", "AddInnerProducts", "MatrixVector*", "TransposedMatrixVector*", "OuterProduct"];

    internal static void Run(TextWriter output)
    {
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            output.WriteLine("The instructions are those of x64; this process has others.");
            return;
        }

        output.WriteLine("# The innermost loops, instruction by instruction");
        output.WriteLine();
        output.WriteLine($"{Machine.Describe()}; .NET {Environment.Version}. Made by `dotnet run -c Release --project tests/NoiseRegGen.Benchmarks -- loops`.");
        output.WriteLine();
        output.WriteLine("Loops with fused multiply-adds, counted in the JIT's listing. \"At least\" is the cycles of the scarcest resource of a core that does two fused multiply-adds, two loads, two");
        output.WriteLine("shuffles and one store of 256 bits a cycle, and takes in six instructions; data from the first-level cache. \"Share\" is what the multiply-adds alone would need of that.");
        output.WriteLine();
        output.WriteLine("| kernel | instructions | multiply-adds | loads | stores | shuffles | cycles at least | bound by | share |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        string file = Path.GetTempFileName();
        try
        {
            Disassemble(file);
            foreach (AssemblyListing listing in AssemblyListing.Read(File.ReadLines(file)))
            {
                foreach (InnerLoop loop in listing.InnerLoops.Where(static loop => loop.MultiplyAdds > 1).Distinct())
                    output.WriteLine(Describe(listing.Method, loop));
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Disassemble(string file)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(LoopsCommand).Assembly.Location);
        start.ArgumentList.Add("loops-probe");
        start.Environment["DOTNET_JitDisasm"] = string.Join(' ', s_kernels);
        start.Environment["DOTNET_JitStdOutFile"] = file;
        using Process process = Process.Start(start)!;
        process.WaitForExit();
    }

    private static string Describe(string method, InnerLoop loop)
    {
        (string name, double cycles) = loop.Needs.MaxBy(static need => need.Cycles);
        double share = loop.Needs[0].Cycles / cycles;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| `{method.Replace("+Kernels:", ".", StringComparison.Ordinal)}` | {loop.Instructions} | {loop.MultiplyAdds} | {loop.Loads} | {loop.Stores} | {loop.Shuffles} | {cycles:0.0} | {name} | {share:P0} |");
    }
}
