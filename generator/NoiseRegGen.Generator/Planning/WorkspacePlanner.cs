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

    private readonly EquatableArray<LayerModel> _layers;
    private readonly ScalarKind _scalar;
    private readonly LaplacianPlan _laplacian;
    private int _next;
    private int _end;

    private WorkspacePlanner(NetworkModel network, LaplacianPlan laplacian) => (_layers, _scalar, _laplacian) = (network.Layers, network.Scalar, laplacian);

    internal static WorkspacePlan Plan(NetworkModel network, LaplacianPlan laplacian) => new WorkspacePlanner(network, laplacian).Plan();

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
        int even = Take(Widest(0, last, 0));
        int odd = Take(Widest(0, last, 1));
        int groups = Take(_layers.Max(GroupRows));
        int strip = Take(_layers.Max(StripRows));
        int common = _next;

        EquatableArray<int> xi = PerLayer(1, last, Width);
        int mean = Take(Width(last));

        Restart(common);
        int seed = Take(1);
        int topRows = Take(4);
        bool inPlace = Width(last) == 1;
        int top = inPlace ? last - 1 : last;
        EquatableArray<int> a = PerLayer(1, top, Width);
        EquatableArray<int> own = PerLayer(1, top, l => IsIdentity(l) ? 0 : Width(l));
        var delta = new EquatableArray<int>(own.Select((row, l) => l > 0 && l <= top && IsIdentity(l) ? a[l] : row));
        EquatableArray<int> alpha = PerLayer(1, top, l => l < last || Curved(l) ? Width(l) : 0);
        EquatableArray<int> c = PerLayer(1, last, l => Curved(l) && (l == last || !inPlace) ? Width(l) : 0);
        if (inPlace)
            c = new EquatableArray<int>(Enumerable.Range(0, last + 1).Select(l => l > 0 && l < last && Curved(l) ? a[l] : c[l]));
        int corrected = _next;
        int repeated = Take(inPlace ? 0 : Width(0) + Width(last));

        // The corrected penalty keeps all of the penalty's buffers but the repeated rows, which serve few examples.
        Restart(corrected);
        EquatableArray<int> third = PerLayer(1, last, l => Saves(l) ? Width(l) : 0);
        EquatableArray<int> lambda = PerLayer(0, 1, parity => Widest(0, last, parity));
        EquatableArray<int> gram = PerLayer(1, last, l => Curved(l) ? Width(l) : 0);
        EquatableArray<int> gramGradient = PerLayer(1, last, l => Curved(l) ? Width(l) : 0);
        int kappa = Take(_laplacian.LastCurved > 0 ? Width(last) : 0);
        EquatableArray<int> signs = PerLayer(1, last, l => _laplacian.IsProbed && l <= _laplacian.LastCurved ? Width(l) : 0);

        // A unit's own answer is 1 in its place: t_l of a single unit starts in the second layer.
        bool tangents = _laplacian.IsProbed || _laplacian.LastSource > 0;
        EquatableArray<int> tangent = PerLayer(1, last, l => tangents && l <= _laplacian.LastCurved && (l > 1 || _laplacian.IsProbed) ? Width(l) : 0);
        int tangentEven = Take(tangents ? Widest(1, _laplacian.LastCurved, 0) : 0);
        int tangentOdd = Take(tangents ? Widest(1, _laplacian.LastCurved, 1) : 0);
        int below = _laplacian.LastCurved < 2 ? 0 : Enumerable.Range(1, _laplacian.LastCurved - 1).Max(Width);
        int sloped = Take(below);
        int feedback = Take(_laplacian.IsProbed ? 0 : below);
        int unit = Take(_laplacian.LastSource > 0 ? 2 : 0);

        (EquatableArray<int> columns, int columnsLength) = Columns();
        return new WorkspacePlan(
            h, first, second, target, live, s, q, penalty, even, odd, groups, strip, xi, mean, seed, topRows, a, delta, alpha, c, repeated,
            third, lambda, gram, gramGradient, kappa, signs, tangent, tangentEven, tangentOdd, sloped, feedback, unit, _end, columns, columnsLength);
    }

    private int Widest(int first, int last, int parity) => Enumerable.Range(first, last - first + 1).Where(l => l % 2 == parity).Select(Width).DefaultIfEmpty().Max();

    private int Width(int layer) => layer == 0 ? _layers[0].Inputs : _layers[layer - 1].Outputs;

    private bool Saves(int layer) => _layers[layer - 1].Activation.SavesDerivatives();

    private bool Curved(int layer) => !_layers[layer - 1].Activation.IsPiecewiseLinear();

    private static int StripRows(LayerModel layer) => ProductPlan.PacksErrors(layer) ? ProductPlan.PackedRows : 0;

    // Only the derivative with respect to x takes the first layer's columns: that operation keeps them apart.
    private (EquatableArray<int> Starts, int Length) Columns()
    {
        var starts = new List<int> { None };
        int length = 0;
        foreach (LayerModel layer in _layers)
        {
            bool packs = layer.Index > 1 && ProductPlan.Transposed(layer).PacksColumns;
            starts.Add(packs ? length : None);
            length += packs ? layer.Outputs * layer.Inputs : 0;
        }

        return (new EquatableArray<int>(starts), length);
    }

    private bool IsIdentity(int layer) => _layers[layer - 1].Activation == ActivationKind.Identity;

    private int GroupRows(LayerModel layer) =>
        WeightGradientPlan.For(layer, _scalar).Grouped == 0 ? 0 : (layer.Inputs + LargestGroup - 1) / LargestGroup * LargestGroup;

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
