using System;
using System.Collections.Generic;
using System.Linq;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Planning;

/// <summary>Lays out the rows of the workspace: what every operation keeps first, then the operations' own parts on one another.</summary>
internal sealed class WorkspacePlanner
{
    // The rearranged activations are padded to whole groups of 2 Vector<T>.Count features; no vector has more than 16 numbers.
    internal const int LargestGroup = 32;
    private const int None = -1;

    // A row is at least 8 blocks of 2 vectors of 2 numbers long.
    private const int SmallestPanel = 32;

    private readonly EquatableArray<LayerModel> _layers;
    private int _next;
    private int _end;

    private WorkspacePlanner(NetworkModel network) => _layers = network.Layers;

    internal static WorkspacePlan Plan(NetworkModel network) => new WorkspacePlanner(network).Plan();

    private WorkspacePlan Plan()
    {
        int last = _layers.Count;
        EquatableArray<int> h = PerLayer(0, last, Width);
        EquatableArray<int> first = PerLayer(1, last, l => Saves(l) ? Width(l) : 0);
        EquatableArray<int> second = PerLayer(1, last, l => Saves(l) ? Width(l) : 0);
        int target = Take(Width(last));
        int live = Take(1);
        EquatableArray<int> s = PerLayer(1, last, _ => 1);
        EquatableArray<int> q = PerLayer(1, last, _ => 1);
        int penalty = Take(1);
        int even = Take(Enumerable.Range(0, last + 1).Where(l => l % 2 == 0).Max(Width));
        int odd = Take(Enumerable.Range(0, last + 1).Where(l => l % 2 == 1).Max(Width));
        int groups = Take(Enumerable.Range(0, last).Max(l => RoundUp(Width(l))));
        int strip = Take(_layers.Max(StripRows));
        int common = _next;

        EquatableArray<int> xi = PerLayer(1, last, Width);
        int mean = Take(Width(last));

        Restart(common);
        int seed = Take(1);
        int topRows = Take(4);
        bool inPlace = Width(last) == 1;
        EquatableArray<int> a = PerLayer(1, last - 1, Width);
        EquatableArray<int> own = PerLayer(1, last - 1, l => IsIdentity(l) ? 0 : Width(l));
        var delta = new EquatableArray<int>(own.Select((row, l) => l > 0 && l < last && IsIdentity(l) ? a[l] : row));
        EquatableArray<int> alpha = PerLayer(1, last - 1, Width);
        EquatableArray<int> c = PerLayer(1, last, l => Curved(l) && (l == last || !inPlace) ? Width(l) : 0);
        if (inPlace)
            c = new EquatableArray<int>(Enumerable.Range(0, last + 1).Select(l => l > 0 && l < last && Curved(l) ? a[l] : c[l]));

        // The expansion finds P with a seed row before it finds the Laplacian.
        Restart(common);
        Take(1);
        EquatableArray<int> lambda = PerLayer(0, 1, parity => Enumerable.Range(0, last + 1).Where(l => l % 2 == parity).Max(Width));
        int diagonal = Take(Enumerable.Range(1, last).Max(Width));
        int squares = Take(Width(1));

        return new WorkspacePlan(
            h, first, second, target, live, s, q, penalty, even, odd, groups, strip, xi, mean, seed, topRows, a, delta, alpha, c, lambda, diagonal, squares, _end);
    }

    private int Width(int layer) => layer == 0 ? _layers[0].Inputs : _layers[layer - 1].Outputs;

    private bool Saves(int layer) => _layers[layer - 1].Activation.SavesDerivatives();

    private bool Curved(int layer) => !_layers[layer - 1].Activation.IsPiecewiseLinear();

    private static int StripRows(LayerModel layer) =>
        ProductPlan.Transposed(layer).CopiesStrip ? ((TilePlanner.TallestTile * layer.Outputs) + SmallestPanel - 1) / SmallestPanel : 0;

    private bool IsIdentity(int layer) => _layers[layer - 1].Activation == ActivationKind.Identity;

    private static int RoundUp(int rows) => (rows + LargestGroup - 1) / LargestGroup * LargestGroup;

    private EquatableArray<int> PerLayer(int first, int last, Func<int, int> rows)
    {
        var starts = new List<int>();
        for (int layer = 0; layer <= Math.Max(last, _layers.Count); layer++)
            starts.Add(layer >= first && layer <= last ? Take(rows(layer)) : None);
        return new EquatableArray<int>(starts);
    }

    private int Take(int rows)
    {
        if (rows == 0)
            return None;
        int start = _next;
        _next = checked(start + rows);
        _end = Math.Max(_end, _next);
        return start;
    }

    private void Restart(int at) => _next = at;
}
