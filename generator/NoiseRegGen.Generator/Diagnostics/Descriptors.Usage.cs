using Microsoft.CodeAnalysis;

namespace NoiseRegGen.Generator.Diagnostics;

/// <content>What is around a network's class: the project, and the calls of its members.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor RuntimeMissing = Create(
        "NRG0025",
        "The runtime library is not referenced",
        "The network '{0}' needs the runtime library NoiseRegGen, but {1} has no type '{2}'");

    public static readonly DiagnosticDescriptor KinksLeftOut = CreateHint(
        "NRG0026",
        "The second derivatives leave out the kinks",
        "'{0}' takes the second derivative of {1} in '{2}' as 0, at its kink too: there it is not what noise on the weights does",
        "Weight noise feels the kink of an activation in every example whose pre-activation is within about sqrt(eta s) of it; the penalty, "
            + "the Laplacian and what is made of them do not. On average over inputs the difference is of first order in eta, like the penalty itself.");
}
