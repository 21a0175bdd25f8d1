namespace NoiseRegGen.CheckpointWriter;

/// <summary>The network in training: its checkpoint takes 180 KB, several writes of the file's buffer.</summary>
[Mlp(8, 100, 100, 1)]
public sealed partial class TrainedNetwork;
