using System.Linq;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Planning;

namespace NoiseRegGen.Generator.Emit.Kernels;

/// <summary>
/// Writes the elementwise kernels of an activation. Where sigma' follows from h (tanh: 1 - h^2) it is computed where it is used;
/// where it does not (softplus, SiLU, GELU, sin) the forward pass has saved it, and <c>h</c> below is the saved derivative.
/// </summary>
internal static class ActivationKernels
{
    internal const string Functions = "ActivationFunctions";

    /// <summary><c>h = sigma(z)</c>, in place; nothing for the identity.</summary>
    internal static string? Apply(EmitContext context, ActivationKind activation)
    {
        if (activation == ActivationKind.Identity)
            return null;
        string name = $"{activation}";
        return context.Kernels.Require(name, writer =>
        {
            writer.Line($"/// <summary>h = {Formula(activation)} in place of z; rows of lanes.</summary>");
            Loop(writer, $"internal static void {name}(ref {context.Real} z, int rows)", [$"Simd.StoreUnsafe({Functions}.{activation}({Load("z")}), ref Refs.Add(ref z, at));"]);
        });
    }

    /// <summary><c>h = sigma(z + rho xi)</c>, in place, with one <c>rho = deviation sqrt(s)</c> per example.</summary>
    internal static string ApplyNoisy(EmitContext context, ActivationKind activation)
    {
        string name = $"Noisy{activation}";
        return context.Kernels.Require(name, writer =>
        {
            writer.Line($"/// <summary>h = {Formula(activation)} at z + rho xi, in place of z, with rho = deviation sqrt(s), one s per example; Z and Xi units x lanes.</summary>");
            writer.Line(KernelSet.Attribute);
            using (writer.Block($"internal static void {name}(ref {context.Real} xi, ref {context.Real} s, {context.Real} deviation, ref {context.Real} z, int units, int blocks)"))
            using (writer.Block("for (int vector = 0; vector < 2 * blocks; vector++)"))
            {
                writer.Line("int start = ((vector >> 1) * units * Lanes) + ((vector & 1) * LaneVector.Count);");
                writer.Line("LaneVector rho = new LaneVector(deviation) * Simd.SquareRoot(Simd.LoadUnsafe(ref Refs.Add(ref s, vector * LaneVector.Count)));");
                using (writer.Block("for (int at = start; at < start + (units * Lanes); at += Lanes)"))
                    writer.Line($"Simd.StoreUnsafe({Functions}.{activation}(Simd.FusedMultiplyAdd(rho, {Load("xi")}, {Load("z")})), ref Refs.Add(ref z, at));");
            }
        });
    }

    /// <summary><c>h = sigma(z)</c> in place, with its derivatives up to the given order beside it.</summary>
    internal static string ApplySaving(EmitContext context, ActivationKind activation, int order)
    {
        string[] all = ["first", "second", "third"], names = [.. all.Take(order)];
        string name = activation + (order switch { 1 => "WithSlope", 2 => "WithCurvature", _ => "WithThird" });
        return context.Kernels.Require(name, writer =>
        {
            string beside = order switch { 1 => "sigma'(z)", 2 => "sigma'(z) and sigma''(z)", _ => "sigma'(z), sigma''(z) and sigma'''(z)" };
            writer.Line($"/// <summary>h = {Formula(activation)} in place of z, and beside it {beside}; rows of lanes.</summary>");
            string outs = string.Join(", ", names.Select(derivative => $"out LaneVector {derivative}Derivative"));
            string[] body =
            [
                $"Simd.StoreUnsafe({Functions}.{activation}({Load("z")}, {outs}), ref Refs.Add(ref z, at));",
                .. names.Select(derivative => $"Simd.StoreUnsafe({derivative}Derivative, ref Refs.Add(ref {derivative}, at));"),
            ];
            Loop(writer, $"internal static void {name}(ref {context.Real} z, {string.Join(", ", names.Select(derivative => $"ref {context.Real} {derivative}"))}, int rows)", body);
        });
    }

    /// <summary><c>y = sigma' o x</c>; nothing for the identity in place.</summary>
    internal static string TimesSlope(EmitContext context, ActivationKind activation)
    {
        string name = activation.SavesDerivatives() ? "TimesSlope" : $"TimesSlope{activation}";
        return context.Kernels.Require(name, writer =>
        {
            writer.Line($"/// <summary>y = x o sigma', {SlopeFormula(activation)}; rows of lanes; y is overwritten and may be x.</summary>");
            Loop(writer, $"internal static void {name}(ref {context.Real} x, ref {context.Real} h, ref {context.Real} y, int rows)",
                [$"Simd.StoreUnsafe({Load("x")} * {Slope(activation)}, ref Refs.Add(ref y, at));"]);
        });
    }

    /// <summary><c>dz = (dh + f h) o sigma'</c> in place of dh, with one <c>f</c> per example; of the identity <c>dh + f h</c>.</summary>
    internal static string TimesSlopeWithFeedback(EmitContext context, ActivationKind activation)
    {
        bool identity = activation == ActivationKind.Identity, saved = activation.SavesDerivatives();
        string name = saved ? "TimesSlopeWithFeedback" : $"TimesSlopeWithFeedback{activation}";
        string slope = identity ? string.Empty : saved ? $" * {Load("slope")}" : $" * {Slope(activation)}";
        return context.Kernels.Require(name, writer =>
        {
            writer.Line($"/// <summary>dz = (dh + f h) o sigma' in place of dh, with one f per example, {SlopeFormula(activation)}; units x lanes.</summary>");
            writer.Line(KernelSet.Attribute);
            using (writer.Block($"internal static void {name}(ref {context.Real} dh, ref {context.Real} h, {(saved ? $"ref {context.Real} slope, " : string.Empty)}ref {context.Real} f, int units, int blocks)"))
            using (writer.Block("for (int vector = 0; vector < 2 * blocks; vector++)"))
            {
                writer.Line("int start = ((vector >> 1) * units * Lanes) + ((vector & 1) * LaneVector.Count);");
                writer.Line("LaneVector feedback = Simd.LoadUnsafe(ref Refs.Add(ref f, vector * LaneVector.Count));");
                using (writer.Block("for (int at = start; at < start + (units * Lanes); at += Lanes)"))
                    writer.Line($"Simd.StoreUnsafe(Simd.FusedMultiplyAdd(feedback, {Load("h")}, {Load("dh")}){slope}, ref Refs.Add(ref dh, at));");
            }
        });
    }

    /// <summary><c>c = sigma'' o a o gamma</c> (or added to c), then <c>alpha = sigma' o gamma</c> in place of gamma.</summary>
    internal static string Curvature(EmitContext context, ActivationKind activation, bool accumulate)
    {
        bool saved = activation.SavesDerivatives();
        string name = (accumulate ? "AddCurvature" : "Curvature") + (saved ? string.Empty : $"{activation}");
        string derivatives = saved ? $"ref {context.Real} h, ref {context.Real} second" : $"ref {context.Real} h";
        return context.Kernels.Require(name, writer =>
        {
            string effect = accumulate ? "added to c" : "overwritten, may be a";
            writer.Line($"/// <summary>c: sigma'' o a o gamma, {effect}; then alpha = sigma' o gamma in place of gamma; {SlopeFormula(activation)}{SecondFormula(activation)}; rows of lanes.</summary>");
            Loop(writer, $"internal static void {name}(ref {context.Real} gamma, ref {context.Real} a, {derivatives}, ref {context.Real} c, int rows)",
            [
                $"LaneVector scaled = {Load("gamma")};",
                $"LaneVector curvature = {SecondDerivative(activation)} * {Load("a")} * scaled;",
                accumulate
                    ? $"Simd.StoreUnsafe({Load("c")} + curvature, ref Refs.Add(ref c, at));"
                    : "Simd.StoreUnsafe(curvature, ref Refs.Add(ref c, at));",
                $"Simd.StoreUnsafe(scaled * {Slope(activation)}, ref Refs.Add(ref gamma, at));",
            ]);
        });
    }

    /// <summary><c>omega = c + sigma' o beta</c> in place of beta.</summary>
    internal static string Omega(EmitContext context, ActivationKind activation)
    {
        string name = activation.SavesDerivatives() ? "Omega" : $"Omega{activation}";
        return context.Kernels.Require(name, writer =>
        {
            writer.Line($"/// <summary>omega = c + sigma' o beta in place of beta, {SlopeFormula(activation)}; rows of lanes.</summary>");
            Loop(writer, $"internal static void {name}(ref {context.Real} beta, ref {context.Real} c, ref {context.Real} h, int rows)",
                [$"Simd.StoreUnsafe(Simd.FusedMultiplyAdd({Slope(activation)}, {Load("beta")}, {Load("c")}), ref Refs.Add(ref beta, at));"]);
        });
    }

    /// <summary><c>lambda = sigma' o Lambda + sigma'' o diag G</c> in place of Lambda.</summary>
    internal static string Laplacian(EmitContext context, ActivationKind activation)
    {
        bool saved = activation.SavesDerivatives();
        string name = saved ? "Laplacian" : $"Laplacian{activation}";
        string derivatives = saved ? $"ref {context.Real} h, ref {context.Real} second" : $"ref {context.Real} h";
        return context.Kernels.Require(name, writer =>
        {
            writer.Line($"/// <summary>Lap h = sigma' o Lap z + sigma'' o diag G in place of Lap z; {SlopeFormula(activation)}{SecondFormula(activation)}; rows of lanes.</summary>");
            Loop(writer, $"internal static void {name}(ref {context.Real} lambda, ref {context.Real} diagonal, {derivatives}, int rows)",
                [$"Simd.StoreUnsafe(Simd.FusedMultiplyAdd({Slope(activation)}, {Load("lambda")}, {SecondDerivative(activation)} * {Load("diagonal")}), ref Refs.Add(ref lambda, at));"]);
        });
    }

    /// <summary><c>y = s o sigma'^2</c> with one s per example.</summary>
    internal static string SquaredSlope(EmitContext context, ActivationKind activation)
    {
        string name = activation.SavesDerivatives() ? "SquaredSlope" : $"SquaredSlope{activation}";
        return context.Kernels.Require(name, writer =>
        {
            writer.Line($"/// <summary>y = s o sigma'^2 with one s per example, {SlopeFormula(activation)}; units x lanes; y is overwritten.</summary>");
            writer.Line(KernelSet.Attribute);
            using (writer.Block($"internal static void {name}(ref {context.Real} h, ref {context.Real} s, ref {context.Real} y, int units, int blocks)"))
            using (writer.Block("for (int at = 0; at < units * blocks * Lanes; at += LaneVector.Count)"))
            {
                writer.Line($"LaneVector slope = {Slope(activation)};");
                writer.Line("LaneVector scale = Simd.LoadUnsafe(ref Refs.Add(ref s, (at / (units * Lanes) * Lanes) + (at % Lanes)));");
                writer.Line("Simd.StoreUnsafe(scale * slope * slope, ref Refs.Add(ref y, at));");
            }
        });
    }

    /// <summary>The activation in the words of the formulas.</summary>
    internal static string Formula(ActivationKind activation) => activation switch
    {
        ActivationKind.Relu => "max(z, 0)",
        ActivationKind.LeakyRelu => "z > 0 ? z : 0.01 z",
        ActivationKind.Elu => "z > 0 ? z : e^z - 1",
        ActivationKind.Tanh => "tanh z",
        ActivationKind.Sigmoid => "1 / (1 + e^-z)",
        ActivationKind.Softplus => "log(1 + e^z)",
        ActivationKind.Softsign => "z / (1 + |z|)",
        ActivationKind.Silu => "z / (1 + e^-z)",
        ActivationKind.Gelu => "z Phi(z)",
        ActivationKind.Sin => "sin z",
        _ => "z",
    };

    /// <summary>The first derivative, in terms of what the passes keep.</summary>
    internal static string SlopeFormula(ActivationKind activation) => activation switch
    {
        ActivationKind.Identity => "sigma' = 1",
        ActivationKind.Relu => "sigma' = h > 0 ? 1 : 0",
        ActivationKind.LeakyRelu => "sigma' = h > 0 ? 1 : 0.01",
        ActivationKind.Elu => "sigma' = h > 0 ? 1 : h + 1",
        ActivationKind.Tanh => "sigma' = 1 - h^2",
        ActivationKind.Sigmoid => "sigma' = h (1 - h)",
        ActivationKind.Softsign => "sigma' = (1 - |h|)^2",
        _ => "sigma' as saved",
    };

    /// <summary>The first and the second derivative, in terms of what the passes keep.</summary>
    internal static string DerivativeFormulas(ActivationKind activation) => SlopeFormula(activation) + SecondFormula(activation);

    private static string SecondFormula(ActivationKind activation) => activation switch
    {
        ActivationKind.Elu => ", sigma'' = h > 0 ? 0 : h + 1",
        ActivationKind.Tanh => ", sigma'' = -2 h (1 - h^2)",
        ActivationKind.Sigmoid => ", sigma'' = h (1 - h) (1 - 2 h)",
        ActivationKind.Softsign => ", sigma'' = -2 sgn(h) (1 - |h|)^3",
        _ when activation.SavesDerivatives() => ", sigma'' as saved",
        _ => ", sigma'' = 0",
    };

    internal static string Slope(ActivationKind activation) =>
        activation.SavesDerivatives() ? Load("h") : $"{Functions}.{activation}Derivative({Load("h")})";

    internal static string SecondDerivative(ActivationKind activation) =>
        activation.SavesDerivatives() ? Load("second") : $"{Functions}.{activation}SecondDerivative({Load("h")})";

    internal static string Load(string reference) => $"Simd.LoadUnsafe(ref Refs.Add(ref {reference}, at))";

    private static void Loop(SourceWriter writer, string signature, string[] body)
    {
        writer.Line(KernelSet.Attribute);
        using (writer.Block(signature))
        using (writer.Block("for (int at = 0; at < rows * Lanes; at += LaneVector.Count)"))
        {
            foreach (string line in body)
                writer.Line(line);
        }
    }
}
