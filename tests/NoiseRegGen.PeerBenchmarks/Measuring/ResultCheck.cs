using System;
using NoiseRegGen.PeerBenchmarks.Jobs;

namespace NoiseRegGen.PeerBenchmarks.Measuring;

/// <summary>Refuses to time sides that compute different things.</summary>
internal static class ResultCheck
{
    /// <summary>
    /// The largest relative error, in the Euclidean norm of each result. Single precision with sums of up to 1024 x 784 terms in
    /// different orders differs by 1e-7 to 1e-5; a formula that is wrong in any term by 1e-3 or more.
    /// </summary>
    internal const double Bound = 1e-4;

    /// <summary>The largest relative error of a peer's results against ours.</summary>
    /// <exception cref="InvalidOperationException">It is above <see cref="Bound"/>, or the results are not of one kind.</exception>
    internal static double Compare(string scenario, Side peer, NamedResult[] ours, NamedResult[] theirs)
    {
        if (ours.Length != theirs.Length)
            throw new InvalidOperationException($"{scenario}: {peer.Peer} gives {theirs.Length} results, ours {ours.Length}.");
        double largest = 0;
        for (int i = 0; i < ours.Length; i++)
        {
            if (ours[i].Name != theirs[i].Name || ours[i].Values.Length != theirs[i].Values.Length)
                throw new InvalidOperationException($"{scenario}: {peer.Peer} gives '{theirs[i].Name}' of {theirs[i].Values.Length} numbers for our '{ours[i].Name}' of {ours[i].Values.Length}.");
            double error = RelativeError(ours[i], theirs[i]);
            if (!(error <= Bound))
                throw new InvalidOperationException($"{scenario}: the {ours[i].Name} of {peer.Peer} ({peer.Formulation}) differs by {error:e1} relative, allowed is {Bound:e0}.");
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
