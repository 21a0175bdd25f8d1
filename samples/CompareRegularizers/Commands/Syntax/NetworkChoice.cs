using System.Collections.Generic;
using System.Linq;
using CompareRegularizers.Networks;
using NoiseRegGen;

namespace CompareRegularizers.Commands.Syntax;

/// <summary>The network that was chosen; null where the usual holds.</summary>
/// <param name="Hidden">Units of the hidden layers.</param>
/// <param name="Activations">Activations of the hidden layers: one for all, or one for each.</param>
/// <param name="Precision">The number type.</param>
internal sealed record NetworkChoice(IReadOnlyList<int>? Hidden, IReadOnlyList<Activation>? Activations, Precision Precision)
{
    // The usual network for small tables: one layer of 50 units.
    private const int UsualUnits = 50;

    /// <summary>The shape that follows.</summary>
    /// <param name="inputs">The number of inputs.</param>
    /// <param name="usual">The usual units of the hidden layers for these data; null where there are none.</param>
    /// <exception cref="UserErrorException">There are neither one activation nor as many as hidden layers.</exception>
    internal NetworkShape ToShape(int inputs, IReadOnlyList<int>? usual)
    {
        IReadOnlyList<int> hidden = Hidden ?? usual ?? [UsualUnits];
        IReadOnlyList<Activation> activations = Activations ?? [Activation.Tanh];
        if (activations.Count != 1 && activations.Count != hidden.Count)
        {
            throw new UserErrorException(
                $"--activation expects one name, or one for each of the {hidden.Count} hidden layers; got {activations.Count} names.");
        }

        Activation[] ofLayers = [.. hidden.Select((_, layer) => activations[activations.Count == 1 ? 0 : layer])];
        return new NetworkShape(inputs, hidden, ofLayers) { Precision = Precision };
    }
}
