using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>The attribute as it was understood, in one normal form: two spellings of one network read alike.</summary>
internal static class AttributeText
{
    /// <summary>
    /// The shortest attribute that says it all: <c>[Mlp(8, 64, 64, 1, Hidden = Activation.Tanh)]</c>, with <c>Activations</c> where the
    /// hidden layers differ, and with <c>Output</c>, <c>Precision</c> and <c>Laplacian</c> where they are not the default.
    /// </summary>
    public static string Of(NetworkModel network)
    {
        var arguments = new List<string> { network.Layers[0].Inputs.ToString(CultureInfo.InvariantCulture) };
        arguments.AddRange(network.Layers.Select(static layer => layer.Outputs.ToString(CultureInfo.InvariantCulture)));
        arguments.AddRange(ActivationArguments([.. network.Layers.Select(static layer => layer.Activation)]));
        if (network.Scalar != ScalarKind.Single)
            arguments.Add($"{WellKnownNames.Precision} = Precision.{network.Scalar}");
        if (network.Laplacian != LaplacianChoice.Automatic)
            arguments.Add($"{WellKnownNames.Laplacian} = LaplacianMethod.{network.Laplacian}");
        return $"[Mlp({string.Join(", ", arguments)})]";
    }

    private static IEnumerable<string> ActivationArguments(ActivationKind[] activations)
    {
        int hidden = activations.Length - 1;
        if (activations.Take(hidden).Distinct().Skip(1).Any())
        {
            yield return $"{WellKnownNames.Activations} = [{string.Join(", ", activations.Select(static kind => $"Activation.{kind}"))}]";
            yield break;
        }

        if (hidden > 0)
            yield return $"{WellKnownNames.Hidden} = Activation.{activations[0]}";
        if (activations[hidden] != ActivationKind.Identity)
            yield return $"{WellKnownNames.Output} = Activation.{activations[hidden]}";
    }
}
