using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit.Kernels;

/// <summary>Writes the elementwise kernels of the corrected penalty, with the derivatives of one activation up to the third (theory 1.6).</summary>
internal static class CorrectionKernels
{
    /// <summary>Pass 3 of one curved layer: <c>c</c>, the derivative with respect to <c>diag G</c>, and <c>alpha</c>.</summary>
    internal static string Curvature(EmitContext context, ActivationKind activation, bool accumulate)
    {
        string real = context.Real;
        string name = (accumulate ? "AddCorrectedCurvature" : "CorrectedCurvature") + Suffix(activation);
        return context.Kernels.Require(name, writer =>
        {
            string effect = accumulate ? "added to c and dg" : "c and dg are overwritten, c may be a";
            writer.Line("/// <summary>");
            writer.Line($"/// With ka = kappa a: c = sigma'' o a o gamma + sigma''' o g o ka, dg = sigma'' o ka, {effect}; then alpha = sigma' o gamma + kappa sigma'' o g in place");
            writer.Line($"/// of gamma; {ActivationKernels.DerivativeFormulas(activation)}. Units x lanes; kappa one of the rows of outputs x lanes.");
            writer.Line("/// </summary>");
            writer.Line(KernelSet.Attribute);
            using (writer.Block($"internal static void {name}(ref {real} gamma, ref {real} a, ref {real} kappa, ref {real} g, {Derivatives(real, activation)}, ref {real} c, ref {real} dg, int units, int outputs, int blocks)"))
            using (writer.Block("for (int vector = 0; vector < 2 * blocks; vector++)"))
            {
                writer.Line("int half = (vector & 1) * LaneVector.Count;");
                writer.Line("int start = ((vector >> 1) * units * Lanes) + half;");
                writer.Line("LaneVector weight = Simd.LoadUnsafe(ref Refs.Add(ref kappa, ((vector >> 1) * outputs * Lanes) + half));");
                using (writer.Block("for (int at = start; at < start + (units * Lanes); at += Lanes)"))
                {
                    string add = accumulate ? " + " + Load("c") : string.Empty;
                    writer.Line($"LaneVector seeded = {Load("a")}, scaled = {Load("gamma")}, spread = weight * {Load("g")}, bend = {ActivationKernels.SecondDerivative(activation)};");
                    writer.Line($"Simd.StoreUnsafe(((bend * scaled) + ({Third(activation)} * spread)) * seeded{add}, ref Refs.Add(ref c, at));");
                    writer.Line($"Simd.StoreUnsafe((bend * weight * seeded){(accumulate ? " + " + Load("dg") : string.Empty)}, ref Refs.Add(ref dg, at));");
                    writer.Line($"Simd.StoreUnsafe(Simd.FusedMultiplyAdd({ActivationKernels.Slope(activation)}, scaled, bend * spread), ref Refs.Add(ref gamma, at));");
                }
            }
        });
    }

    /// <summary>The same for the output layer, whose <c>a</c> is a unit seed, with all outputs at once.</summary>
    internal static string Top(EmitContext context, ActivationKind activation)
    {
        string real = context.Real;
        string name = $"CorrectedTop{Suffix(activation)}";
        return context.Kernels.Require(name, writer =>
        {
            writer.Line($"/// <summary>c += sigma''' o g o kappa; dg = sigma'' o kappa; {ActivationKernels.DerivativeFormulas(activation)}. Rows of lanes.</summary>");
            writer.Line(KernelSet.Attribute);
            using (writer.Block($"internal static void {name}(ref {real} kappa, ref {real} g, {Derivatives(real, activation)}, ref {real} c, ref {real} dg, int rows)"))
            using (writer.Block("for (int at = 0; at < rows * Lanes; at += LaneVector.Count)"))
            {
                writer.Line($"Simd.StoreUnsafe(({Third(activation)} * {Load("g")} * {Load("kappa")}) + {Load("c")}, ref Refs.Add(ref c, at));");
                writer.Line($"Simd.StoreUnsafe({ActivationKernels.SecondDerivative(activation)} * {Load("kappa")}, ref Refs.Add(ref dg, at));");
            }
        });
    }

    /// <summary>What <c>s sigma'^2</c> gives back to z and to s.</summary>
    internal static string SlopeFeedback(EmitContext context, ActivationKind activation)
    {
        string real = context.Real;
        bool curved = !activation.IsPiecewiseLinear();
        string name = $"AddSlopeFeedback{Suffix(activation)}";
        return context.Kernels.Require(name, writer =>
        {
            writer.Line("/// <summary>");
            writer.Line($"/// What y = s o sigma'^2 gives back where e is the derivative with respect to y: {(curved ? "c += 2 s o sigma' o sigma'' o e, and " : string.Empty)}q += 2 sum over the units of sigma'^2 o e, twice");
            writer.Line($"/// the derivative with respect to s; {ActivationKernels.DerivativeFormulas(activation)}. Units x lanes, s and q one row.");
            writer.Line("/// </summary>");
            string derivatives = curved && activation.SavesDerivatives() ? $"ref {real} h, ref {real} second" : $"ref {real} h";
            string curvature = curved ? $", ref {real} c" : string.Empty;
            writer.Line(KernelSet.Attribute);
            using (writer.Block($"internal static void {name}(ref {real} e, {derivatives}, ref {real} s, ref {real} q{curvature}, int units, int blocks)"))
            using (writer.Block("for (int vector = 0; vector < 2 * blocks; vector++)"))
            {
                writer.Line("int start = ((vector >> 1) * units * Lanes) + ((vector & 1) * LaneVector.Count);");
                writer.Line("LaneVector twice = new LaneVector(2), scale = twice * Simd.LoadUnsafe(ref Refs.Add(ref s, vector * LaneVector.Count)), sum = LaneVector.Zero;");
                using (writer.Block("for (int at = start; at < start + (units * Lanes); at += Lanes)"))
                {
                    writer.Line($"LaneVector slope = {ActivationKernels.Slope(activation)}, product = slope * {Load("e")};");
                    writer.Line("sum = Simd.FusedMultiplyAdd(slope, product, sum);");
                    if (curved)
                        writer.Line($"Simd.StoreUnsafe(Simd.FusedMultiplyAdd(scale * product, {ActivationKernels.SecondDerivative(activation)}, {Load("c")}), ref Refs.Add(ref c, at));");
                }

                writer.Line("ref Real total = ref Refs.Add(ref q, vector * LaneVector.Count);".Replace("Real", real));
                writer.Line("Simd.StoreUnsafe(Simd.FusedMultiplyAdd(twice, sum, Simd.LoadUnsafe(ref total)), ref total);");
            }
        });
    }

    /// <summary><c>c += sigma'' o e</c>.</summary>
    internal static string AddSecond(EmitContext context, ActivationKind activation)
    {
        string real = context.Real;
        string name = $"AddSecondDerivative{Suffix(activation)}";
        return context.Kernels.Require(name, writer =>
        {
            writer.Line($"/// <summary>c += sigma'' o e; {ActivationKernels.DerivativeFormulas(activation)}. Rows of lanes.</summary>");
            writer.Line(KernelSet.Attribute);
            string derivative = activation.SavesDerivatives() ? $"ref {real} second" : $"ref {real} h";
            using (writer.Block($"internal static void {name}(ref {real} e, {derivative}, ref {real} c, int rows)"))
            using (writer.Block("for (int at = 0; at < rows * Lanes; at += LaneVector.Count)"))
                writer.Line($"Simd.StoreUnsafe(Simd.FusedMultiplyAdd({ActivationKernels.SecondDerivative(activation)}, {Load("e")}, {Load("c")}), ref Refs.Add(ref c, at));");
        });
    }

    private static string Suffix(ActivationKind activation) => activation.SavesDerivatives() ? string.Empty : $"{activation}";

    private static string Derivatives(string real, ActivationKind activation) =>
        activation.SavesDerivatives() ? $"ref {real} h, ref {real} second, ref {real} third" : $"ref {real} h";

    private static string Third(ActivationKind activation) =>
        activation.SavesDerivatives() ? Load("third") : $"{ActivationKernels.Functions}.{activation}ThirdDerivative({Load("h")})";

    private static string Load(string reference) => ActivationKernels.Load(reference);
}
