using System;
using NoiseRegGen.Training;

namespace CompareRegularizers.Experiments;

/// <summary>How a network is regularised. Everything else is the same for all arms of a repeat.</summary>
internal sealed partial class Arm
{
    private readonly Func<double, Regularizer> _regularizer;
    private readonly Func<NetworkCost, double> _cost;

    private Arm(string key, string objective, Func<double, Regularizer> regularizer, Func<NetworkCost, double> cost)
    {
        (Key, Objective) = (key, objective);
        (_regularizer, _cost) = (regularizer, cost);
    }

    /// <summary>On the command line and in files: never to change, for people's scripts read it.</summary>
    internal string Key { get; }

    /// <summary>For people.</summary>
    internal string Title => Key.Replace('-', ' ');

    /// <summary>What is minimised, in one line.</summary>
    internal string Objective { get; }

    /// <inheritdoc/>
    public override string ToString() => Key;

    /// <summary>What training adds to the loss.</summary>
    /// <param name="eta">The strength; 0 for <see cref="None"/>.</param>
    internal Regularizer RegularizerOf(double eta) => _regularizer(eta);

    /// <summary>The multiplications of a training step in units of those without a regulariser (theory 1.3, 1.6, 1.7).</summary>
    internal double RelativeCost(NetworkCost network) => _cost(network) / network.Plain;
}
