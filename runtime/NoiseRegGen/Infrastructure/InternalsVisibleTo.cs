using System.Runtime.CompilerServices;

// A file layer that fails on purpose, and files in memory, are for the tests of files alone.
[assembly: InternalsVisibleTo("NoiseRegGen.Files.Tests")]

// Saving as ONNX shares the descriptions, messages and atomic files of saving as safetensors.
[assembly: InternalsVisibleTo("NoiseRegGen.Onnx")]

// Edge words of the Box-Muller transform cannot be reached through counters; the benchmarks time parts of it.
[assembly: InternalsVisibleTo("NoiseRegGen.Runtime.Tests")]
[assembly: InternalsVisibleTo("NoiseRegGen.Benchmarks")]
