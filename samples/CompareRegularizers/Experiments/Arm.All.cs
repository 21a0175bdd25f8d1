using System;
using System.Collections.Generic;
using System.Linq;
using NoiseRegGen;
using NoiseRegGen.Training;

namespace CompareRegularizers.Experiments;

/// <content>The arms there are. To add one: a field, and its place in <see cref="All"/>.</content>
internal sealed partial class Arm
{
    /// <summary>Not at all: <c>J</c>.</summary>
    internal static readonly Arm None = new("none", "J", _ => Regularizer.None, n => n.Plain);

    /// <summary><c>J + (eta / 2) sum ||W||^2</c> over the weights; eta takes the place of lambda.</summary>
    internal static readonly Arm WeightDecay = new(
        "weight-decay", "J + (eta / 2) ||W||^2, biases left out", Regularizer.WeightDecay, n => n.Plain);

    /// <summary>Fresh Gaussian noise of variance eta on every weight and bias for every example, by local reparameterisation.</summary>
    internal static readonly Arm WeightNoise = new(
        "weight-noise", "E J under N(0, eta) on every parameter, fresh for every example", eta => Regularizer.WeightNoise(eta), n => n.Plain);

    /// <summary>The same, every draw used with both signs.</summary>
    internal static readonly Arm AntitheticNoise = new(
        "antithetic-noise",
        "the same noise, every draw used with both signs",
        eta => Regularizer.WeightNoise(eta, antithetic: true),
        n => 2 * n.Plain);

    /// <summary>One draw of the noise for the whole batch.</summary>
    internal static readonly Arm BatchNoise = new(
        "batch-noise",
        "the same noise, one draw shared by the batch",
        eta => Regularizer.WeightNoise(eta, NoiseSampling.PerBatch),
        n => n.Plain);

    /// <summary>The noise on one layer at a time, its variance times the number of layers (Orvieto et al. 2023).</summary>
    internal static readonly Arm LayerNoise = new(
        "layer-noise",
        "the same noise on one layer in each step, its variance times the number of layers",
        eta => Regularizer.WeightNoise(eta, NoiseSampling.LayerWise),
        n => n.Plain);

    /// <summary><c>J + eta mean ||grad_W yhat||^2</c>: forward, down, up and merged down, F1 saved four times.</summary>
    internal static readonly Arm GradientPenalty = new(
        "gradient-penalty", "J + eta mean ||grad_W yhat||^2", eta => Regularizer.GradientPenalty(eta), n => (6 * n.Forward) - (4 * n.First));

    /// <summary><c>mean (yhat + (eta / 2) T - y)^2 + eta mean P</c>, equal to the noisy objective up to <c>O(eta^2)</c>.</summary>
    internal static readonly Arm CorrectedPenalty = new(
        "corrected-penalty", "mean (yhat + (eta / 2) T - y)^2 + eta mean P", eta => Regularizer.CorrectedPenalty(eta), CostOfCorrection);

    /// <summary>All of them, in the order of files and tables.</summary>
    internal static IReadOnlyList<Arm> All { get; } =
        [None, WeightDecay, WeightNoise, AntitheticNoise, BatchNoise, LayerNoise, GradientPenalty, CorrectedPenalty];

    /// <summary>What is compared unless told otherwise.</summary>
    internal static IReadOnlyList<Arm> Usual { get; } = [None, WeightNoise, GradientPenalty, CorrectedPenalty];

    /// <summary>The arm of that key, or null.</summary>
    internal static Arm? Find(string key) => All.FirstOrDefault(arm => arm.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    // Algorithm C (theory 1.6): up to one hidden layer T needs no further product, up to two the squares of W2, beyond a probe.
    private static double CostOfCorrection(NetworkCost n) => n.LayerCount switch
    {
        <= 2 => (6 * n.Forward) - (4 * n.First),
        3 => (6 * n.Forward) - (4 * n.First) + (3 * n.Second),
        _ => (9 * n.Forward) - (7 * n.First),
    };
}
