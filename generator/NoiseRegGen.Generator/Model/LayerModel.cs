namespace NoiseRegGen.Generator.Model;

/// <summary>Layer l: <c>z_l = W_l h_{l-1} + b_l</c>, <c>h_l = sigma_l(z_l)</c>.</summary>
/// <param name="Index">l, counted from 1 as in the formulas.</param>
/// <param name="Inputs">The length of <c>h_{l-1}</c>: the columns of <c>W_l</c>.</param>
/// <param name="Outputs">The length of <c>h_l</c>: the rows of <c>W_l</c>.</param>
/// <param name="Activation"><c>sigma_l</c>.</param>
internal readonly record struct LayerModel(int Index, int Inputs, int Outputs, ActivationKind Activation);
