using System;
using System.Collections.Generic;
using NoiseRegGen.Generator.Infrastructure;

namespace NoiseRegGen.Generator.Emit;

/// <summary>The kernels that the passes ask for, each written once, in the order of the first request.</summary>
internal sealed class KernelSet
{
    /// <summary>
    /// What every kernel carries: its loops are compiled at full speed on the first call. Left to tiering, they run unoptimised or half-optimised for
    /// hundreds of calls (figures: generator/docs/architecture.md, Products). Nor is a kernel taken into a pass: the last tier, which knows that it is called often,
    /// would do so and find the pass too large to take in what the kernel itself calls, tile by tile.
    /// </summary>
    internal const string Attribute = "[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]";

    private readonly EmitContext _context;
    private readonly HashSet<string> _names = [];
    private readonly List<Action<SourceWriter>> _writers = [];

    internal KernelSet(EmitContext context) => _context = context;

    /// <summary>The kernel's name, after making sure that it will be written.</summary>
    internal string Require(string name, Action<SourceWriter> write)
    {
        if (_names.Add(name))
            _writers.Add(write);
        return $"Kernels.{name}";
    }

    /// <summary>A kernel that does not depend on the network's shape, from its text; <c>Real</c> stands for the number type.</summary>
    internal string Require(KernelText kernel)
    {
        foreach (KernelText used in kernel.Uses ?? [])
            Require(used);
        return Require(kernel.Name, writer => writer.Line(kernel.For(_context.Real)));
    }

    internal void WriteAll(SourceWriter writer)
    {
        // By index: a kernel may ask for another one while it is being written.
        for (int i = 0; i < _writers.Count; i++)
        {
            writer.Line();
            _writers[i](writer);
        }
    }
}
