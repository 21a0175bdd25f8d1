using System.Collections.Generic;

namespace NoiseRegGen.Onnx.Reading;

/// <summary>The ways in which graphs write this library's activations, in the form of <see cref="Term.Form"/>.</summary>
internal static class KnownActivations
{
    private static readonly Dictionary<string, Activation> ByForm = new()
    {
        ["z"] = Activation.Identity,
        ["Relu(z)"] = Activation.Relu,
        ["Max(0, z)"] = Activation.Relu,
        ["LeakyRelu[alpha=0.01](z)"] = Activation.LeakyRelu,
        ["Max(Mul(0.01, z), z)"] = Activation.LeakyRelu,
        ["Elu[alpha=1](z)"] = Activation.Elu,
        ["Tanh(z)"] = Activation.Tanh,
        ["Sigmoid(z)"] = Activation.Sigmoid,
        ["Softplus(z)"] = Activation.Softplus,
        ["Softsign(z)"] = Activation.Softsign,
        ["Div(z, Add(1, Abs(z)))"] = Activation.Softsign,
        ["Mul(Sigmoid(z), z)"] = Activation.Silu,
        ["Swish[alpha=1](z)"] = Activation.Silu,
        ["Gelu[approximate=none](z)"] = Activation.Gelu,
        ["Mul(0.5, Add(1, Erf(Mul(0.707107, z))), z)"] = Activation.Gelu,
        ["Sin(z)"] = Activation.Sin,
    };

    /// <summary>The activation that a term is, or null.</summary>
    internal static Activation? Find(Term term) => ByForm.TryGetValue(term.Form(), out Activation activation) ? activation : null;
}
