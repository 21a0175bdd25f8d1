using NoiseRegGen.PeerBenchmarks.Measuring;

namespace NoiseRegGen.PeerBenchmarks.Commands;

/// <summary>A job against what the machine can do.</summary>
/// <param name="GigaflopsPerSecond">The products' operations by the job's time.</param>
/// <param name="PeakGigaflopsPerSecond">Of registers alone, in the same rounds.</param>
/// <param name="ShareOfPeak">The one by the other.</param>
/// <param name="ActivationNanoseconds">Per evaluation, with the derivatives that the job needs.</param>
/// <param name="NormalNanoseconds">Per standard normal; 0 if the job draws none.</param>
/// <param name="BoundSeconds">Operations / peak + activations x their time + normals x their time.</param>
/// <param name="ShareOfBound">The bound by the job's time.</param>
/// <param name="TrafficSeconds">Batch 1: the time of as much reading as the job moves weights, each of them once; else 0.</param>
/// <param name="ShareOfTraffic">That by the job's time.</param>
/// <param name="Target">The share of the bound aimed at; null below 100,000 operations.</param>
internal sealed record KernelRow(
    string Job, string Network, int Batch, double Flops, Timing Time, double GigaflopsPerSecond, double PeakGigaflopsPerSecond,
    double ShareOfPeak, double ActivationNanoseconds, double NormalNanoseconds, double BoundSeconds, double ShareOfBound,
    double TrafficSeconds, double ShareOfTraffic, double? Target);
