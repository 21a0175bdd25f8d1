using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit;

/// <summary>One network's plan, the kernels that its passes have asked for so far, and the words that all files share.</summary>
internal sealed class EmitContext
{
    internal EmitContext(MlpModel model)
    {
        Model = model;
        Plan = NetworkPlan.For(model.Network);
        Kernels = new KernelSet(this);
    }

    internal MlpModel Model { get; }

    internal NetworkPlan Plan { get; }

    internal KernelSet Kernels { get; }

    internal EquatableArray<LayerModel> Layers => Plan.Network.Layers;

    internal LayerModel LastLayer => Layers[Layers.Count - 1];

    internal int Inputs => Layers[0].Inputs;

    internal int Outputs => LastLayer.Outputs;

    /// <summary>The number type as C# writes it.</summary>
    internal string Real => Plan.Network.Scalar == ScalarKind.Single ? "float" : "double";

    /// <summary>The layers from the first to the last.</summary>
    internal IEnumerable<LayerModel> Upward => Layers.AsEnumerable();

    /// <summary>The layers from the last to the first.</summary>
    internal IEnumerable<LayerModel> Downward => Layers.Reverse();

    /// <summary>Whether a layer's second derivatives are saved by a forward pass of their own.</summary>
    internal bool SavesDerivatives => Layers.Any(layer => layer.Activation.SavesDerivatives());

    /// <summary>Whether sweeps pack the columns of some layer above the first.</summary>
    internal bool PacksColumns => Plan.Workspace.ColumnsLength > 0;

    /// <summary>A live view of a buffer of the workspace: <c>ref float h1 = ...; // 64 x batch</c>.</summary>
    internal string Buffer(string name, string row, string shape) =>
        $"ref {Real} {name} = ref Refs.Add(ref scratch, Layout.{row} * Layout.PanelExamples); // {shape}";

    /// <summary>The views of one layer's parameters in <paramref name="vector"/>.</summary>
    internal string LayerWeights(LayerModel layer, string vector = "w") => $"ref Refs.Add(ref {vector}, Layout.W{layer.Index})";

    internal string LayerBiases(LayerModel layer, string vector = "w") => $"ref Refs.Add(ref {vector}, Layout.B{layer.Index})";
}
