namespace NoiseRegGen.PeerBenchmarks.Kernels;

/// <summary>The least time that a machine needs for a job, from what was measured beside the job.</summary>
/// <param name="PeakFlops">Operations a second on registers alone.</param>
/// <param name="ActivationSeconds">Per evaluation, with the derivatives that the job needs.</param>
/// <param name="NormalSeconds">Per standard normal; 0 if the job draws none.</param>
/// <param name="Seconds">Operations / peak + activations x their time + normals x their time.</param>
/// <param name="TrafficSeconds">Batch 1 from 100,000 operations on: the time of as much reading as the job moves weights, each of them once; else 0.</param>
internal readonly record struct MachineBound(double PeakFlops, double ActivationSeconds, double NormalSeconds, double Seconds, double TrafficSeconds);
