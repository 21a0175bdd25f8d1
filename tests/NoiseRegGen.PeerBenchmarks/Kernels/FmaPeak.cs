using System.Numerics;
using System.Runtime.CompilerServices;
using NoiseRegGen.PeerBenchmarks.Jobs;

namespace NoiseRegGen.PeerBenchmarks.Kernels;

/// <summary>Fused multiply-adds on registers alone: as fast as this core ever computes with <see cref="Vector{T}"/>.</summary>
internal sealed class FmaPeak() : Side("machine", "FMA peak")
{
    private const int Iterations = 4096;

    // Twelve independent chains cover a latency of 4 cycles at 2 per cycle with room to spare, and leave registers for the operands.
    private const int Chains = 12;

    private Vector<float> _sink;

    /// <summary>The floating-point operations of one call.</summary>
    internal static double Flops => 2.0 * Chains * Iterations * Vector<float>.Count;

    /// <inheritdoc/>
    internal override void Run() => _sink = Loop(Vector.Create(0.999f), Vector.Create(0.001f));

    /// <inheritdoc/>
    internal override NamedResult[] Results() => [new("sum", [Vector.Sum(_sink)])];

    // Every chain tends to 1: neither overflow nor subnormal numbers slow it down.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector<float> Loop(Vector<float> factor, Vector<float> term)
    {
        Vector<float> a0 = term, a1 = term, a2 = term, a3 = term, a4 = term, a5 = term;
        Vector<float> a6 = term, a7 = term, a8 = term, a9 = term, a10 = term, a11 = term;
        for (int i = 0; i < Iterations; i++)
        {
            a0 = Vector.FusedMultiplyAdd(a0, factor, term);
            a1 = Vector.FusedMultiplyAdd(a1, factor, term);
            a2 = Vector.FusedMultiplyAdd(a2, factor, term);
            a3 = Vector.FusedMultiplyAdd(a3, factor, term);
            a4 = Vector.FusedMultiplyAdd(a4, factor, term);
            a5 = Vector.FusedMultiplyAdd(a5, factor, term);
            a6 = Vector.FusedMultiplyAdd(a6, factor, term);
            a7 = Vector.FusedMultiplyAdd(a7, factor, term);
            a8 = Vector.FusedMultiplyAdd(a8, factor, term);
            a9 = Vector.FusedMultiplyAdd(a9, factor, term);
            a10 = Vector.FusedMultiplyAdd(a10, factor, term);
            a11 = Vector.FusedMultiplyAdd(a11, factor, term);
        }

        return a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11;
    }
}
