using NoiseRegGen.Generator.Infrastructure;

namespace NoiseRegGen.Generator.Model;

/// <summary>The mathematics that the attribute asks for: layers and number type. Valid by construction of the parser.</summary>
/// <param name="Layers">Layers 1..L; each one's inputs are the outputs of the one before.</param>
/// <param name="Scalar">The number type of parameters, data and arithmetic.</param>
/// <param name="Laplacian">How the Laplacians are to be found.</param>
internal sealed record NetworkModel(EquatableArray<LayerModel> Layers, ScalarKind Scalar, LaplacianChoice Laplacian = LaplacianChoice.Automatic);
