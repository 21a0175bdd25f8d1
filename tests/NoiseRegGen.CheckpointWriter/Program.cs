using System.Globalization;
using NoiseRegGen.CheckpointWriter;

// Arguments: the number of epochs of the run, the checkpoint's file.
Run.Finish(Run.Create(int.Parse(args[0], CultureInfo.InvariantCulture), args[1]), args[1]);
