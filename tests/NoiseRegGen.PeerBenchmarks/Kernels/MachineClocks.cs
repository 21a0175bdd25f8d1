using System;
using System.Collections.Generic;
using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.PeerBenchmarks.Measuring;
using NoiseRegGen.PeerBenchmarks.Networks;
using NoiseRegGen.PeerBenchmarks.Reports;

namespace NoiseRegGen.PeerBenchmarks.Kernels;

/// <summary>What is timed in the same rounds as a job to know its bound: peak, activation, normals, reading of weights.</summary>
internal sealed class MachineClocks
{
    private readonly NetworkCase _network;
    private readonly double _moved;

    internal MachineClocks(Scenario scenario)
    {
        _network = scenario.Network;
        Cost = JobCost.Of(scenario.Job, _network, scenario.Batch);
        // A few kilobytes are read in less time than it takes to add up the lanes at the end.
        _moved = Cost.Flops >= Targets.LeastFlops ? Cost.WeightsMoved : 0;
        List<Side> sides = [new FmaPeak(), ActivationClock.Create(_network.Hidden, Cost.Order)];
        if (Cost.Normals > 0)
            sides.Add(new NormalsClock(scenario.Job == JobKind.LocalNoise));
        if (_moved > 0)
            sides.Add(new WeightStream(_network.Parameters.ToArray()));
        Sides = sides;
    }

    /// <summary>The least work of the job.</summary>
    internal JobCost Cost { get; }

    /// <summary>The clocks, none of which holds anything to dispose.</summary>
    internal IReadOnlyList<Side> Sides { get; }

    /// <summary>The bound from the timings of <see cref="Sides"/>, in their order.</summary>
    internal MachineBound Bound(ReadOnlySpan<Timing> timings)
    {
        double peak = FmaPeak.Flops / timings[0].Median, activation = timings[1].Median / ActivationClock.Count;
        double normal = Cost.Normals > 0 ? timings[2].Median / NormalsClock.Count : 0;
        double seconds = (Cost.Flops / peak) + (Cost.Activations * activation) + (Cost.Normals * normal);
        double traffic = _moved > 0 ? _moved * timings[^1].Median / _network.Parameters.Length : 0;
        return new MachineBound(peak, activation, normal, seconds, traffic);
    }
}
