namespace NoiseRegGen.Numerics;

/// <summary>Elementary functions on whole SIMD vectors, in single and double precision.</summary>
/// <remarks>
/// Every function is free of branches and works on each lane alone, by correctly rounded operations (sums, products, quotients and
/// explicit fused multiply-adds) only: an element's result depends neither on its lane, nor on its neighbours, nor on the vector's width.
/// NaN gives NaN and infinities give the limits. The measured errors stand in <c>Numerics/README.md</c>.
/// </remarks>
public static partial class VectorFunctions;
