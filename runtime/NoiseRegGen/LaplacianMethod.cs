namespace NoiseRegGen;

/// <summary>How a network finds its Laplacians <c>T_k</c>, the traces of the Hessians of its outputs with respect to all parameters.</summary>
public enum LaplacianMethod
{
    /// <summary>
    /// <see cref="Exact"/> where that costs at most 64 forward passes (always where no layer after the second is curved),
    /// otherwise <see cref="Probe"/>. Decided at compile time; the generated documentation says which it is.
    /// </summary>
    Automatic,

    /// <summary>
    /// Exact. With c the last curved layer: about one more forward pass for c at most 2; beyond, one sweep for each unit of the
    /// layers 1 .. c - 2.
    /// </summary>
    Exact,

    /// <summary>Unbiased estimates by random signs, one sweep at any depth: see <see cref="RandomProbe"/>.</summary>
    Probe,
}
