namespace NoiseRegGen.Onnx.Tests.Networks;

/// <summary>A network that the file beside it defines, with the hash of the parameters 0, 0.125, 0.25, ...</summary>
[Mlp("from-file.mlp.json")]
internal sealed partial class FromFile;
