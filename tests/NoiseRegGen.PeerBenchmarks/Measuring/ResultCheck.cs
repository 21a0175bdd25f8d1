using System;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Networks;

namespace NoiseRegGen.PeerBenchmarks.Measuring;

/// <summary>Refuses to time sides that compute different things.</summary>
internal static class ResultCheck
{
    // Single precision with sums of up to 1024 x 784 terms in different orders differs by 1e-7 to 1e-5 in the Euclidean norm; a formula
    // that is wrong in a term differs by 1e-2 or more.
    private const double SmoothBound = 1e-4;

    // At a kink one rounding more or less switches a unit on for an example. One such switch among the million of the largest
    // network and batch was seen to move the gradient by 8e-5 while the loss agreed to 1e-7.
    private const double KinkedBound = 1e-3;

    /// <summary>The largest relative error allowed, in the Euclidean norm of each result.</summary>
    internal static double Bound(NetworkCase network) => network.Hidden == Activation.Relu ? KinkedBound : SmoothBound;

    /// <summary>The largest relative error of a peer's results against ours.</summary>
    /// <exception cref="InvalidOperationException">It is above the bound, or the results are not of one kind.</exception>
    internal static double Compare(Scenario scenario, Side peer, NamedResult[] ours, NamedResult[] theirs)
    {
        if (ours.Length != theirs.Length)
            throw new InvalidOperationException($"{scenario.Name}: {peer.Peer} gives {theirs.Length} results, ours {ours.Length}.");
        double largest = 0;
        for (int i = 0; i < ours.Length; i++)
        {
            if (ours[i].Name != theirs[i].Name || ours[i].Values.Length != theirs[i].Values.Length)
            {
                throw new InvalidOperationException(
                    $"{scenario.Name}: {peer.Peer} gives '{theirs[i].Name}' of {theirs[i].Values.Length} numbers "
                    + $"for our '{ours[i].Name}' of {ours[i].Values.Length}.");
            }

            double error = RelativeError(ours[i], theirs[i]);
            if (!(error <= Bound(scenario.Network)))
            {
                throw new InvalidOperationException(
                    $"{scenario.Name}: the {ours[i].Name} of {peer.Peer} ({peer.Formulation}) differs by {error:e1} relative, "
                    + $"allowed is {Bound(scenario.Network):e0}.");
            }

            largest = Math.Max(largest, error);
        }

        return largest;
    }

    private static double RelativeError(NamedResult ours, NamedResult theirs)
    {
        double difference = 0, magnitude = 0;
        for (int i = 0; i < ours.Values.Length; i++)
        {
            double d = (double)ours.Values[i] - theirs.Values[i];
            difference += d * d;
            magnitude += (double)ours.Values[i] * ours.Values[i];
        }

        double scale = Math.Max(Math.Sqrt(magnitude), ours.Scale);
        return difference == 0 ? 0 : Math.Sqrt(difference) / scale;
    }
}
