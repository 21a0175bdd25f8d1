using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Networks;

/// <summary>The networks under test, by name.</summary>
internal static class TestNetworks
{
    private static readonly Dictionary<string, TestNetwork> ByName = Everything().ToDictionary(network => network.Name);

    public static IReadOnlyCollection<TestNetwork> All => ByName.Values;

    public static TestNetwork Get(string name) => ByName[name];

    /// <summary>The names of all networks, for theories.</summary>
    public static TheoryData<string> Names => new(ByName.Keys);

    /// <summary>The names of the networks in double precision whose parameters are few enough to be varied one by one.</summary>
    public static TheoryData<string> SmallDoubles => new(All.Where(network => network.IsDouble && network.Shape.ParameterCount <= 200).Select(network => network.Name));

    /// <summary>A network of every activation and of both precisions.</summary>
    public static TheoryData<string> OfEveryActivation => new(ByName.Keys.Where(name => name.StartsWith(nameof(Activated), System.StringComparison.Ordinal)));

    private static TypedNetwork<TSelf, float> Single<TSelf>()
        where TSelf : class, IMlp<TSelf, float> =>
        new();

    private static TypedNetwork<TSelf, double> Double<TSelf>()
        where TSelf : class, IMlp<TSelf, double> =>
        new();

    private static IEnumerable<TestNetwork> Everything()
    {
        yield return Single<Activated.IdentitySingle>();
        yield return Double<Activated.IdentityDouble>();
        yield return Single<Activated.ReluSingle>();
        yield return Double<Activated.ReluDouble>();
        yield return Single<Activated.LeakyReluSingle>();
        yield return Double<Activated.LeakyReluDouble>();
        yield return Single<Activated.EluSingle>();
        yield return Double<Activated.EluDouble>();
        yield return Single<Activated.TanhSingle>();
        yield return Double<Activated.TanhDouble>();
        yield return Single<Activated.SigmoidSingle>();
        yield return Double<Activated.SigmoidDouble>();
        yield return Single<Activated.SoftplusSingle>();
        yield return Double<Activated.SoftplusDouble>();
        yield return Single<Activated.SoftsignSingle>();
        yield return Double<Activated.SoftsignDouble>();
        yield return Single<Activated.SiluSingle>();
        yield return Double<Activated.SiluDouble>();
        yield return Single<Activated.GeluSingle>();
        yield return Double<Activated.GeluDouble>();
        yield return Single<Activated.SinSingle>();
        yield return Double<Activated.SinDouble>();
        yield return Single<Shapes.OneToOneSingle>();
        yield return Double<Shapes.OneToOneDouble>();
        yield return Single<Shapes.LinearSingle>();
        yield return Double<Shapes.LinearDouble>();
        yield return Single<Shapes.DeepLinearSingle>();
        yield return Double<Shapes.DeepLinearDouble>();
        yield return Single<Shapes.ScalarChainSingle>();
        yield return Double<Shapes.ScalarChainDouble>();
        yield return Single<Shapes.NarrowSingle>();
        yield return Double<Shapes.NarrowDouble>();
        yield return Single<Shapes.SquareSingle>();
        yield return Double<Shapes.SquareDouble>();
        yield return Single<Shapes.TwoHiddenSingle>();
        yield return Double<Shapes.TwoHiddenDouble>();
        yield return Single<Shapes.WideHiddenSingle>();
        yield return Double<Shapes.WideHiddenDouble>();
        yield return Single<Shapes.RaggedSingle>();
        yield return Double<Shapes.RaggedDouble>();
        yield return Single<Shapes.LargeSingle>();
        yield return Double<Shapes.LargeDouble>();
        yield return Single<Shapes.LeftOverSingle>();
        yield return Double<Shapes.LeftOverDouble>();
        yield return Single<Shapes.WideInputSingle>();
        yield return Double<Shapes.WideInputDouble>();
        yield return Single<Shapes.EightLayersSingle>();
        yield return Double<Shapes.EightLayersDouble>();
        yield return Single<Shapes.BeyondStackSingle>();
        yield return Double<Shapes.BeyondStackDouble>();
        yield return Single<Shapes.CrowdedRowsSingle>();
        yield return Double<Shapes.CrowdedRowsDouble>();
        yield return Single<OracleNetworks.ScalarLinearSingle>();
        yield return Double<OracleNetworks.ScalarLinearDouble>();
        yield return Single<OracleNetworks.OneHiddenTanhSingle>();
        yield return Double<OracleNetworks.OneHiddenTanhDouble>();
        yield return Single<OracleNetworks.LeakySingle>();
        yield return Double<OracleNetworks.LeakyDouble>();
        yield return Single<OracleNetworks.SquashedOutputSingle>();
        yield return Double<OracleNetworks.SquashedOutputDouble>();
        yield return Single<OracleNetworks.VectorOutputSingle>();
        yield return Double<OracleNetworks.VectorOutputDouble>();
        yield return Single<OracleNetworks.ReluSingle>();
        yield return Double<OracleNetworks.ReluDouble>();
        yield return Single<OracleNetworks.TwoHiddenTanhSingle>();
        yield return Double<OracleNetworks.TwoHiddenTanhDouble>();
        yield return Single<OracleNetworks.MixedSingle>();
        yield return Double<OracleNetworks.MixedDouble>();
        yield return Double<OneHidden.Identity>();
        yield return Double<OneHidden.Relu>();
        yield return Double<OneHidden.LeakyRelu>();
        yield return Double<OneHidden.Elu>();
        yield return Double<OneHidden.Tanh>();
        yield return Double<OneHidden.Sigmoid>();
        yield return Double<OneHidden.Softplus>();
        yield return Double<OneHidden.Softsign>();
        yield return Double<OneHidden.Silu>();
        yield return Double<OneHidden.Gelu>();
        yield return Double<OneHidden.Sin>();
        yield return Single<GenericOuter<int>.Middle.Inner>();
        yield return Double<GlobalNetwork>();
    }
}
