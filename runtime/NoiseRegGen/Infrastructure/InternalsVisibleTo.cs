using System.Runtime.CompilerServices;

// Edge words of the Box-Muller transform cannot be reached through counters; the benchmarks time parts of it.
[assembly: InternalsVisibleTo("NoiseRegGen.Runtime.Tests")]
[assembly: InternalsVisibleTo("NoiseRegGen.Benchmarks")]
