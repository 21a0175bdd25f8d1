using System.Linq;
using NoiseRegGen.Generator.Tests.Harness;

namespace NoiseRegGen.Generator.Tests;

/// <summary>Every mistake that has a diagnostic, in the ways in which it can be made.</summary>
internal static class DiagnosticCases
{
    public static readonly DiagnosticCase[] Arguments =
    [
        new("NRG0001", "A network needs at least two sizes, the number of inputs and the number of outputs, but [Mlp] gives 0", "[{|#0:Mlp|}] partial class N;"),
        new("NRG0001", "A network needs at least two sizes, the number of inputs and the number of outputs, but [Mlp] gives 0", "[{|#0:Mlp((int[])null)|}] partial class N;"),
        new("NRG0001", "A network needs at least two sizes, the number of inputs and the number of outputs, but [Mlp] gives 1", "[{|#0:Mlp(new[] { 8 })|}] partial class N;"),
        new("NRG0002", "The number of inputs must be at least 1, but is 0", "[Mlp({|#0:0|}, 64, 1)] partial class N;"),
        new("NRG0002", "The size of layer 1 must be at least 1, but is -64", "[Mlp(8, {|#0:-64|}, 1, Hidden = Activation.Relu)] partial class N;"),
        new("NRG0002", "The number of outputs must be at least 1, but is 0", "[Mlp(new int[] { 8, 64, {|#0:0|} })] partial class N;"),
        new("NRG0002", "The size of layer 2 must be at least 1, but is 0", "[Mlp([8, 64, {|#0:1 - 1|}, 1])] partial class N;"),
        new("NRG0003", "The size of layer 1 must be at most 65536, but is 65537", "[Mlp(8, {|#0:65_537|}, 1)] partial class N;"),
        new("NRG0004", "A network may have at most 256 layers, but [Mlp] gives 257", $"[{{|#0:Mlp({string.Join(", ", Enumerable.Repeat("1", 258))})|}}] partial class N;"),
        new("NRG0005", "A network may have at most 268435456 parameters, but [Mlp] gives 4295032832", "[{|#0:Mlp(65_536, 65_536)|}] partial class N;"),
        new("NRG0005", "A network may have at most 268435456 parameters, but [Mlp] gives 268451840", "[{|#0:Mlp(16_384, 16_384)|}] partial class N;"),
        new("NRG0006", "Activations needs one entry for each of the 2 layers, hidden layers first, but has 1", "[Mlp(8, 64, 1, Activations = {|#0:[Activation.Tanh]|})] partial class N;"),
        new("NRG0006", "Activations needs one entry for each of the 1 layers, hidden layers first, but has 2", "[Mlp(8, 1, Activations = {|#0:new[] { Activation.Tanh, Activation.Tanh }|})] partial class N;"),
        new("NRG0006", "Activations needs one entry for each of the 2 layers, hidden layers first, but has 0", "[Mlp(8, 64, 1, Activations = {|#0:new Activation[0]|})] partial class N;"),
        new("NRG0007", "Activations already names the activation of every layer, so Hidden cannot be given too", "[Mlp(8, 1, {|#0:Hidden = Activation.Relu|}, Activations = [Activation.Tanh])] partial class N;"),
        new("NRG0007", "Activations already names the activation of every layer, so Output cannot be given too", "[Mlp(8, 1, Activations = [Activation.Tanh], {|#0:Output = Activation.Tanh|})] partial class N;"),
        new("NRG0008", "11 is not a member of Activation", "[Mlp(8, 64, 1, Hidden = {|#0:(Activation)11|})] partial class N;"),
        new("NRG0008", "-1 is not a member of Activation", "[Mlp(8, 64, 1, Output = {|#0:(Activation)(-1)|})] partial class N;"),
        new("NRG0008", "99 is not a member of Activation", "[Mlp(8, 64, 1, Activations = new[] { Activation.Sin, {|#0:(Activation)99|} })] partial class N;"),
        new("NRG0008", "99 is not a member of Activation", "[Mlp(8, 64, 1, Activations = [Activation.Sin, {|#0:(Activation)99|}])] partial class N;"),
        new("NRG0008", "2 is not a member of Precision", "[Mlp(8, 64, 1, Precision = {|#0:(Precision)2|})] partial class N;"),
    ];

    public static readonly DiagnosticCase[] Types =
    [
        new("NRG0009", "Class 'N' must be partial, so that the generator can add the network to it", "[Mlp(8, 1)] class {|#0:N|};"),
        new("NRG0009", "Class 'N' must be partial, so that the generator can add the network to it", "[Mlp(8, 1)] partial class N; class {|#0:N|} { }"),
        new("NRG0010", "Type 'Outer' must be partial, because the network 'N' is declared inside it", "class {|#0:Outer|}<T> { [Mlp(8, 1)] partial class N; }"),
        new("NRG0010", "Type 'I' must be partial, because the network 'N' is declared inside it", "interface {|#0:I|} { partial struct S { [Mlp(8, 1)] partial class N; } }"),
        new("NRG0011", "'N' cannot be a record: a record is equal by value and copied by 'with', a network is neither", "[Mlp(8, 1)] partial record {|#0:N|}(int X);"),
        new("NRG0012", "Class 'N' cannot be static: each instance is one set of parameters", "[Mlp(8, 1)] static partial class {|#0:N|};"),
        new("NRG0013", "Class 'N' cannot be abstract: the generated Create makes instances of it", "[Mlp(8, 1)] abstract partial class {|#0:N|};"),
        new("NRG0014", "Class 'N' cannot have type parameters: its shape and number type are fixed by [Mlp]", "[Mlp(8, 1)] partial class {|#0:N|}<T>;"),
        new("NRG0015", "Class 'N' cannot be generated, because 'N' is local to its file and the generated parts stand in other files", "[Mlp(8, 1)] file partial class {|#0:N|};"),
        new("NRG0015", "Class 'N' cannot be generated, because 'Outer' is local to its file and the generated parts stand in other files", "file partial class Outer { [Mlp(8, 1)] partial class {|#0:N|}; }"),
    ];

    public static readonly DiagnosticCase[] Members =
    [
        new("NRG0017", "'N.InputSize' has the name, and if it is a method the parameters, of a member that the generator adds", "[Mlp(8, 1)] partial class N { const int {|#0:InputSize|} = 8; }"),
        new("NRG0017", "'N.Workspace' has the name, and if it is a method the parameters, of a member that the generator adds", "[Mlp(8, 1)] partial class N { class {|#0:Workspace|}; }"),
        new("NRG0017", "'N.Kernels' has the name, and if it is a method the parameters, of a member that the generator adds", "[Mlp(8, 1)] partial class N { void {|#0:Kernels|}() { } }"),
        new("NRG0017", "'N.Loss' has the name, and if it is a method the parameters, of a member that the generator adds", "[Mlp(8, 1)] partial class N { float {|#0:Loss|} { get; set; } }"),
        new("NRG0017", "'N.Forward' has the name, and if it is a method the parameters, of a member that the generator adds", "[Mlp(8, 1)] partial class N { void {|#0:Forward|}(System.ReadOnlySpan<float> a, System.Span<float> b) { } }"),
        new("NRG0017", "'N.NoisyForward' has the name, and if it is a method the parameters, of a member that the generator adds", "[Mlp(8, 1, Precision = Precision.Double)] partial class N { void {|#0:NoisyForward|}(System.ReadOnlySpan<double> a, System.Span<double> b, in WeightNoise c, MlpWorkspace<double> d) { } }"),
        new("NRG0017", "'N.PenalizedGradient' has the name, and if it is a method the parameters, of a member that the generator adds", "[Mlp(8, 1)] partial class N { void {|#0:PenalizedGradient|}(System.ReadOnlySpan<float> a, System.ReadOnlySpan<float> b, System.Span<float> c, double d, Workspace e) { } }"),
        new("NRG0017", "'N.Weights' has the name, and if it is a method the parameters, of a member that the generator adds", "[Mlp(8, 1)] partial class N { void {|#0:Weights|}(int layer) { } }"),
        new("NRG0017", "'N.Propagate' has the name, and if it is a method the parameters, of a member that the generator adds", "[Mlp(8, 1)] partial class N { int {|#0:Propagate|}; }"),
        new("NRG0017", "'N._parameters' has the name, and if it is a method the parameters, of a member that the generator adds", "[Mlp(8, 1)] partial class N { int[] {|#0:_parameters|}; }"),
        new("NRG0018", "Class 'Forward' cannot have this name: the generator adds a member 'Forward', and C# lets no member have the name of its class", "[Mlp(8, 1)] partial class {|#0:Forward|};"),
        new("NRG0018", "Class 'Workspace' cannot have this name: the generator adds a member 'Workspace', and C# lets no member have the name of its class", "[Mlp(8, 1)] partial class {|#0:Workspace|};"),
        new("NRG0019", "'N' already gets this constructor from the generator", "[Mlp(8, 1)] partial class N { public {|#0:N|}(ulong seed) { } }"),
        new("NRG0019", "'N' already gets this constructor from the generator", "[Mlp(8, 1)] partial class N { public {|#0:N|}(System.ReadOnlySpan<float> parameters) : this(1UL) { } }"),
        new("NRG0020", "Class 'N' cannot have a primary constructor: the generated constructors could not call it", "[Mlp(8, 1)] partial class N{|#0:(int x)|};"),
        new("NRG0021", "This constructor of 'N' must call a generated one with ': this(seed)' or ': this(parameters)'", "[Mlp(8, 1)] partial class N { public {|#0:N|}() { } }"),
        new("NRG0021", "This constructor of 'N' must call a generated one with ': this(seed)' or ': this(parameters)'", "[Mlp(8, 1)] partial class N { public {|#0:N|}(int x) : base() { } }"),
        new("NRG0022", "'N.X' cannot be required: the generated Create makes instances without setting it", "[Mlp(8, 1)] partial class N { public required int {|#0:X|}; }"),
        new("NRG0023", "Class 'N' cannot derive from 'B', which has no constructor that the generated ones can call without arguments", "class B { private B() { } public B(int x) { } } [Mlp(8, 1)] partial class {|#0:N|} : B;"),
        new("NRG0024", "Class 'N' cannot derive from 'A', whose member 'Parameters' a generated one would hide", "class A { protected int Parameters; } class B : A; [Mlp(8, 1)] partial class {|#0:N|} : B;"),
        new("NRG0024", "Class 'N' cannot derive from 'M', whose member 'Forward' a generated one would hide", "[Mlp(8, 1)] partial class M; [Mlp(8, 1)] partial class {|#0:N|} : M;"),
        new("NRG0037", "Class 'N' cannot be generated here: the generated code uses the name 'Simd', which is hidden by 'K.Simd'", "namespace K { class Simd; [Mlp(8, 1)] partial class {|#0:N|}; }"),
        new("NRG0037", "Class 'N' cannot be generated here: the generated code uses the name 'Refs', which is hidden by 'K.Refs'", "namespace K.Refs { [Mlp(8, 1)] partial class {|#0:N|}; }"),
        new("NRG0037", "Class 'N' cannot be generated here: the generated code uses the name 'Refs', which is hidden by 'N.Refs'", "[Mlp(8, 1)] partial class N { int {|#0:Refs|}; }"),
        new("NRG0037", "Class 'N' cannot be generated here: the generated code uses the name 'LaneVector', which is hidden by 'N.LaneVector'", "[Mlp(8, 1)] partial class N { class {|#0:LaneVector|}; }"),
        new("NRG0037", "Class 'N' cannot be generated here: the generated code uses the name 'LaneVector', which is hidden by 'Outer.LaneVector'", "partial class Outer { class LaneVector; [Mlp(8, 1)] partial class {|#0:N|}; }"),
        new("NRG0037", "Class 'N' cannot be generated here: the generated code uses the name 'Simd', which is hidden by 'Simd'", "partial class Outer<Simd> { [Mlp(8, 1)] partial class {|#0:N|}; }"),
        new("NRG0037", "Class 'N' cannot be generated here: the generated code uses the name 'Refs', which is hidden by 'B.Refs'", "class A { protected int Refs; } class B : A { protected new int Refs; } [Mlp(8, 1)] partial class {|#0:N|} : B;"),
    ];

    /// <summary>What is close to a mistake, but none.</summary>
    public static readonly string[] Valid =
    [
        "[Mlp(8, 1, Hidden = Activation.Relu)] partial class N;",
        "[Mlp(65_536, 1)] partial class N;",
        "[Mlp(16_383, 16_384)] partial class N;",
        "[Mlp(8, 1, Activations = null, Hidden = Activation.Relu)] partial class N;",
        "partial class Outer<T> { [Mlp(8, 1)] partial class N; }",
        "[Mlp(8, 1)] partial class N { public N() : this(1UL) { } static N() { } public N(string s) : this() { } }",
        "[Mlp(8, 1)] partial class N { void Forward() { } void Forward(double[] x, double[] y) { } void Weights(long layer) { } void Biases<T>(int layer) { } void Propagate() { } int forward; }",
        "[Mlp(8, 1)] partial class N { void Forward(System.ReadOnlySpan<double> x, System.Span<double> y) { } }",
        "class B { private int Parameters; protected B(int x = 0) { } } [Mlp(8, 1)] partial class N : B;",
        "[Mlp(8, 1)] partial class M; partial class N : M { public N() : base(1UL) { } }",
        "namespace Other { class MlpAttribute : System.Attribute; [Other.Mlp] static class N; }",
        "[Mlp(8, 1)] partial struct N;",
        "namespace K { class Simd<T>; [Mlp(8, 1)] partial class N; }",
        "namespace Far { class Simd; } class B { private int Refs; } partial class Outer { [Mlp(8, 1)] partial class N : B; class Inner { int Refs; } }",
    ];
}
