using System;

namespace NoiseRegGen;

/// <summary>
/// Makes the marked partial class a multilayer perceptron: its passes are written at compile time for exactly these layers.
/// </summary>
/// <remarks>
/// Layer l = 1..L computes <c>z_l = W_l h_{l-1} + b_l</c> and <c>h_l = sigma_l(z_l)</c> from <c>h_0 = x</c>; the output is
/// <c>yhat = h_L</c>.
/// </remarks>
/// <example><code>
/// [Mlp(8, 64, 64, 1, Hidden = Activation.Tanh)]
/// public sealed partial class Friction;
/// </code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MlpAttribute : Attribute
{
    /// <summary>Declares the layer sizes.</summary>
    /// <param name="layerSizes">
    /// The number of inputs, then the number of units of each layer; the last one is the number of outputs. At least two
    /// numbers, each from 1 to 65,536; at most 256 layers and 2^28 parameters.
    /// </param>
    public MlpAttribute(params int[] layerSizes) => LayerSizes = layerSizes;

    /// <summary>Takes layer sizes, activations and precision from a text file, which saving a model writes beside it.</summary>
    /// <param name="file">
    /// An <c>AdditionalFiles</c> item of the project, named <c>*.mlp.json</c>: its path as seen from this source file, or the end of its path.
    /// Nothing of what it says can be given in the attribute too.
    /// </param>
    public MlpAttribute(string file)
    {
        File = file;
        LayerSizes = [];
    }

    /// <summary>The file that defines the network; null where <see cref="LayerSizes"/> do.</summary>
    public string? File { get; }

    /// <summary>The number of inputs, then the number of units of each layer.</summary>
    public int[] LayerSizes { get; }

    /// <summary>The activation of every layer but the last. <see cref="Activation.Tanh"/> unless set.</summary>
    public Activation Hidden { get; set; } = Activation.Tanh;

    /// <summary>The activation of the last layer. <see cref="Activation.Identity"/> unless set.</summary>
    public Activation Output { get; set; } = Activation.Identity;

    /// <summary>One activation per layer, from the first hidden layer to the output, instead of <see cref="Hidden"/> and <see cref="Output"/>.</summary>
    public Activation[]? Activations { get; set; }

    /// <summary>The number type. <see cref="Precision.Single"/> unless set.</summary>
    public Precision Precision { get; set; } = Precision.Single;

    /// <summary>How the Laplacians are found. <see cref="LaplacianMethod.Automatic"/> unless set: exact where that is cheap, otherwise by random signs.</summary>
    public LaplacianMethod Laplacian { get; set; } = LaplacianMethod.Automatic;
}
