using System.Collections.Generic;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Planning;

/// <summary>Every number that the emitted text contains.</summary>
/// <param name="Network">The layers.</param>
/// <param name="Parameters">Where each layer's parameters lie; entry l - 1 is layer l's.</param>
/// <param name="ParameterCount">The length of the flat vector.</param>
/// <param name="Workspace">The map of the scratch memory.</param>
/// <param name="PanelBlocks">How many lane blocks are carried through the layers together.</param>
/// <param name="ForwardRows">Rows of the two buffers that the plain forward pass writes in turn: of even and of odd layers.</param>
/// <param name="Laplacian">What the Laplacian needs.</param>
/// <param name="PairBlocks">
/// Up to how many lane blocks of (example, output) pairs the penalty of a few examples takes side by side instead of one output after another; 0 with one
/// output.
/// </param>
internal sealed record NetworkPlan(
    NetworkModel Network,
    EquatableArray<LayerParameters> Parameters,
    int ParameterCount,
    WorkspacePlan Workspace,
    int PanelBlocks,
    (int Even, int Odd) ForwardRows,
    LaplacianPlan Laplacian,
    int PairBlocks)
{
    /// <summary>The most scratch memory that a forward pass without a workspace takes from the stack.</summary>
    internal const int StackBytes = 16 * 1024;

    // 128 examples with vectors of 8: enough to spread the update of the gradient over, few enough to stay in the second-level cache.
    private const int DefaultPanelBlocks = 8;

    internal static NetworkPlan For(NetworkModel network)
    {
        var parameters = new List<LayerParameters>();
        int next = 0;
        int[] widest = [network.Layers[0].Inputs, 0];
        foreach (LayerModel layer in network.Layers)
        {
            int biases = checked(next + (layer.Inputs * layer.Outputs));
            parameters.Add(new LayerParameters(next, biases, biases + layer.Outputs));
            next = biases + layer.Outputs;
            widest[layer.Index % 2] = System.Math.Max(widest[layer.Index % 2], layer.Outputs);
        }

        var laplacian = LaplacianPlan.For(network);
        return new NetworkPlan(
            network,
            new EquatableArray<LayerParameters>(parameters),
            next,
            WorkspacePlanner.Plan(network, laplacian),
            DefaultPanelBlocks,
            (widest[0], widest[1]),
            laplacian,
            PairBlocksOf(network.Layers[network.Layers.Count - 1].Outputs));
    }

    // One block of examples costs 3 + 3 K sweeps of a block, n blocks of pairs cost 6 n (theory 1.4).
    private static int PairBlocksOf(int outputs) => outputs == 1 ? 0 : System.Math.Min(DefaultPanelBlocks, ((3 * outputs) + 2) / 6);
}
