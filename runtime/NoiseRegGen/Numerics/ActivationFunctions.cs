namespace NoiseRegGen.Numerics;

/// <summary>The activations <c>h = sigma(z)</c> and their first three derivatives on whole SIMD vectors.</summary>
/// <remarks>
/// <para>Where <c>h</c> determines the derivatives well (ReLU, leaky ReLU, ELU, tanh, sigmoid, softsign) they are functions of
/// <c>h</c>, so that a backward pass need not keep <c>z</c>. Elsewhere (softplus, SiLU, GELU, sine) they are computed
/// beside the value, from <c>z</c>; the value has the same bits whichever overload computes it.</para>
/// <para>NaN gives NaN (the piecewise constant derivatives of ReLU and leaky ReLU excepted); a finite <c>z</c> never gives NaN.</para>
/// </remarks>
public static partial class ActivationFunctions;
