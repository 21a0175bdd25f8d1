using System.Linq;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit.Kernels;

/// <summary>
/// Writes the register-tiled products of a weight matrix with lane blocks: a tile keeps the sums of a few rows x 2 vectors in
/// registers and broadcasts one weight at a time, so neither <c>W h</c> nor <c>W^T delta</c> needs a transposed copy of W.
/// </summary>
internal sealed class ProductKernel
{
    private readonly EmitContext _context;
    private readonly ProductPlan _plan;
    private readonly ProductStart _start;

    private ProductKernel(EmitContext context, ProductPlan plan, ProductStart start)
    {
        _context = context;
        _plan = plan;
        _start = start;
    }

    /// <summary><c>Z = W X + b</c>.</summary>
    internal static string Affine(EmitContext context, LayerModel layer) =>
        Require(context, "Affine", ProductPlan.Forward(layer), ProductStart.Bias, layer);

    /// <summary><c>Z += W X</c>.</summary>
    internal static string MultiplyAdd(EmitContext context, LayerModel layer) =>
        Require(context, "MultiplyAdd", ProductPlan.Forward(layer), ProductStart.Result, layer);

    /// <summary>The call <c>A = W^T E</c>.</summary>
    /// <param name="columns">Where the columns of W are packed, if not among the workspace's own.</param>
    internal static string MultiplyTransposed(EmitContext context, LayerModel layer, string e, string a, string? weights = null, string? columns = null)
    {
        var plan = ProductPlan.Transposed(layer);
        string name = Require(context, "MultiplyTransposed", plan, ProductStart.Zero, layer);
        string packed = plan.PacksColumns ? $", ref {columns ?? Columns(layer)}" : string.Empty;
        return $"{name}({weights ?? context.LayerWeights(layer)}, ref {e}, ref {a}{packed}, blocks);";
    }

    /// <summary>The call that packs the columns of W for <c>W^T E</c>.</summary>
    internal static string PackColumns(EmitContext context, LayerModel layer, string? weights = null, string? columns = null)
    {
        string name = $"PackColumns{layer.Outputs}x{layer.Inputs}";
        string call = context.Kernels.Require(name, writer => new ProductKernel(context, ProductPlan.Transposed(layer), ProductStart.Zero).WritePack(writer, name, layer));
        return $"{call}({weights ?? context.LayerWeights(layer)}, ref {columns ?? Columns(layer)});";
    }

    private static string Columns(LayerModel layer) => $"Refs.Add(ref scratch, Layout.Columns{layer.Index})";

    private static string Require(EmitContext context, string verb, ProductPlan plan, ProductStart start, LayerModel layer)
    {
        string name = $"{verb}{layer.Outputs}x{layer.Inputs}";
        return context.Kernels.Require(name, writer => new ProductKernel(context, plan, start).Write(writer, name, layer));
    }

    private void Write(SourceWriter writer, string name, LayerModel layer)
    {
        string real = _context.Real;
        string formula = _start switch
        {
            ProductStart.Bias => "Z = W X + b",
            ProductStart.Result => "Z += W X",
            _ => "Z = W^T X",
        };
        string effect = _start == ProductStart.Result ? "added to" : "overwritten";
        string bias = _start == ProductStart.Bias ? $"ref {real} b, " : string.Empty;
        writer.Line($"/// <summary>{formula} in each lane block: W {layer.Outputs} x {layer.Inputs}, X {_plan.Depth} x lanes, Z {_plan.Rows} x lanes; Z is {effect}.</summary>");
        writer.Line($"/// <remarks>{Describe()}</remarks>");
        writer.Line(KernelSet.Attribute);
        using (writer.Block($"internal static void {name}(ref {real} w, {bias}ref {real} x, ref {real} z, {(_plan.PacksColumns ? $"ref {real} columns, " : string.Empty)}int blocks)"))
        {
            if (_plan.TilesOutermost)
            {
                WriteRuns(writer, body: run =>
                {
                    if (_plan.PacksColumns)
                        WriteColumns(writer, run);
                    using (writer.Block("for (int block = 0; block < blocks; block++)"))
                        WriteTile(writer, run);
                });
            }
            else
            {
                using (writer.Block("for (int block = 0; block < blocks; block++)"))
                    WriteRuns(writer, body: run => WriteTile(writer, run));
            }
        }
    }

    private string Describe()
    {
        string tiles = string.Join(", then ", _plan.Runs.Select(run =>
            $"{run.Count} of {run.Height} rows x 2 vectors" + (run.Splits > 1 ? $" with the sum split in {run.Splits}" : string.Empty)));
        return _plan.TilesOutermost
            ? $"Tiles: {tiles}. The weights are many, so each tile's part of them serves all blocks before the next{(_plan.PacksColumns ? $"; from {ProductPlan.BlocksForColumns} blocks on they are read where PackColumns has put them" : string.Empty)}."
            : $"Tiles: {tiles}. The weights are few, so each block is finished before the next.";
    }

    private void WriteRuns(SourceWriter writer, System.Action<TileRun> body)
    {
        int row = 0;
        foreach (TileRun run in _plan.Runs)
        {
            int end = row + (run.Height * run.Count);
            using (writer.Block($"for (int row = {row}; row < {end}; {(run.Height == 1 ? "row++" : $"row += {run.Height}")})"))
                body(run);
            row = end;
        }
    }

    private void WriteColumns(SourceWriter writer, TileRun run)
    {
        writer.Line($"bool packed = blocks >= {ProductPlan.BlocksForColumns};");
        writer.Line($"ref {_context.Real} first = ref packed ? ref Refs.Add(ref columns, row * {_plan.Depth}) : ref Refs.Add(ref w, row);");
        writer.Line($"int stride = packed ? {run.Height} : {_plan.DepthStride};");
    }

    private void WritePack(SourceWriter writer, string name, LayerModel layer)
    {
        string real = _context.Real;
        writer.Line($"/// <summary>The columns of W, {layer.Outputs} x {layer.Inputs}, as the tiles of W^T X read them: [tile][row of W][column of the tile].</summary>");
        writer.Line(KernelSet.Attribute);
        using (writer.Block($"internal static void {name}(ref {real} w, ref {real} columns)"))
            WriteRuns(writer, run => writer.Line($"LaneBlocks.CopyColumns(ref Refs.Add(ref w, row), {_plan.Depth}, {_plan.DepthStride}, {run.Height}, ref Refs.Add(ref columns, row * {_plan.Depth}));"));
    }

    private void WriteTile(SourceWriter writer, TileRun run)
    {
        string real = _context.Real;
        writer.Line(_plan.PacksColumns ? $"ref {real} weight = ref first;" : $"ref {real} weight = ref Refs.Add(ref w, row{Times(_plan.RowStride)});");
        writer.Line($"ref {real} data = ref Refs.Add(ref x, block * ({_plan.Depth} * Lanes));");
        writer.Line($"ref {real} result = ref Refs.Add(ref z, ((block * {_plan.Rows}) + row) * Lanes);");
        for (int r = 0; r < run.Height; r++)
            WriteStart(writer, run, r);

        int steps = _plan.Depth / run.Splits * run.Splits;
        if (steps > 0)
        {
            using (writer.Block($"for (int k = 0; k < {steps}; {(run.Splits == 1 ? "k++" : $"k += {run.Splits}")})"))
            {
                for (int split = 0; split < run.Splits; split++)
                    WriteStep(writer, run, split, split);
                writer.Line($"weight = ref Refs.Add(ref weight, {(_plan.PacksColumns ? "stride" : $"{run.Splits * _plan.DepthStride}")});");
                writer.Line($"data = ref Refs.Add(ref data, {Lanes(run.Splits)});");
            }
        }

        if (steps < _plan.Depth)
        {
            using (writer.Block())
            {
                for (int rest = 0; rest < _plan.Depth - steps; rest++)
                    WriteStep(writer, run, rest, rest);
            }
        }

        writer.Line();
        for (int r = 0; r < run.Height; r++)
            WriteStore(writer, run, r);
    }

    private void WriteStart(SourceWriter writer, TileRun run, int r)
    {
        string row = r == 0 ? "row" : $"row + {r}";
        switch (_start)
        {
            case ProductStart.Bias:
                writer.Line($"LaneVector {Sum(r, 0, 0)} = new(Refs.Add(ref b, {row})), {Sum(r, 1, 0)} = {Sum(r, 0, 0)};");
                break;
            case ProductStart.Result:
                writer.Line($"LaneVector {Sum(r, 0, 0)} = Simd.LoadUnsafe(ref {At("result", Lanes(r), r)});");
                writer.Line($"LaneVector {Sum(r, 1, 0)} = Simd.LoadUnsafe(ref Refs.Add(ref result, {(r == 0 ? string.Empty : $"{Term(r)} + ")}LaneVector.Count));");
                break;
            default:
                writer.Line($"LaneVector {Sum(r, 0, 0)} = LaneVector.Zero, {Sum(r, 1, 0)} = LaneVector.Zero;");
                break;
        }

        for (int split = 1; split < run.Splits; split++)
            writer.Line($"LaneVector {Sum(r, 0, split)} = LaneVector.Zero, {Sum(r, 1, split)} = LaneVector.Zero;");
    }

    private void WriteStep(SourceWriter writer, TileRun run, int step, int split)
    {
        string suffix = step == 0 ? string.Empty : $"{step}";
        writer.Line($"LaneVector low{suffix} = Simd.LoadUnsafe(ref {At("data", Lanes(step), step)});");
        writer.Line($"LaneVector high{suffix} = Simd.LoadUnsafe(ref Refs.Add(ref data, {(step == 0 ? string.Empty : $"{Term(step)} + ")}LaneVector.Count));");
        for (int r = 0; r < run.Height; r++)
        {
            int offset = (r * _plan.RowStride) + (step * _plan.DepthStride);
            string factor = $"w{r}{(step == 0 ? string.Empty : $"_{step}")}";
            writer.Line($"LaneVector {factor} = new({At("weight", $"{offset}", offset)});");
            writer.Line($"{Sum(r, 0, split)} = Simd.FusedMultiplyAdd({factor}, low{suffix}, {Sum(r, 0, split)});");
            writer.Line($"{Sum(r, 1, split)} = Simd.FusedMultiplyAdd({factor}, high{suffix}, {Sum(r, 1, split)});");
        }
    }

    private static void WriteStore(SourceWriter writer, TileRun run, int r)
    {
        writer.Line($"Simd.StoreUnsafe({Total(r, 0, run.Splits)}, ref {At("result", Lanes(r), r)});");
        writer.Line($"Simd.StoreUnsafe({Total(r, 1, run.Splits)}, ref Refs.Add(ref result, {(r == 0 ? string.Empty : $"{Term(r)} + ")}LaneVector.Count));");
    }

    private static string At(string reference, string offset, int value) => value == 0 ? reference : $"Refs.Add(ref {reference}, {offset})";

    private static string Lanes(int rows) => rows == 1 ? "Lanes" : $"{rows} * Lanes";

    private static string Term(int rows) => rows == 1 ? "Lanes" : $"({rows} * Lanes)";

    private static string Times(int stride) => stride == 1 ? string.Empty : $" * {stride}";

    private static string Sum(int row, int vector, int split) => split == 0 ? $"z{row}{(vector == 0 ? "Low" : "High")}" : $"z{row}{(vector == 0 ? "Low" : "High")}{split}";

    // Pairwise: (s0 + s1) + (s2 + s3).
    private static string Total(int row, int vector, int splits) => splits switch
    {
        1 => Sum(row, vector, 0),
        2 => $"{Sum(row, vector, 0)} + {Sum(row, vector, 1)}",
        _ => $"({Sum(row, vector, 0)} + {Sum(row, vector, 1)}) + ({Sum(row, vector, 2)} + {Sum(row, vector, 3)})",
    };
}
