namespace NoiseRegGen.PeerBenchmarks.Jobs;

/// <summary>One result of a job, to be compared between sides.</summary>
/// <param name="Name">What it is: the loss, the gradient, ...</param>
/// <param name="Values">Its numbers.</param>
/// <param name="Scale">The least magnitude that an error is measured against: the scale of the terms where they cancel.</param>
internal sealed record NamedResult(string Name, float[] Values, double Scale = 0);
