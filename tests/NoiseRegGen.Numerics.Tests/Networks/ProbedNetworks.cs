using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Networks;

/// <summary>The networks of <see cref="Probed"/>, by name: apart from <see cref="TestNetworks"/>, whose Laplacians are exact.</summary>
internal static class ProbedNetworks
{
    private static readonly Dictionary<string, TestNetwork> ByName = new TestNetwork[]
    {
        new TypedNetwork<Probed.TanhDouble, double>(), new TypedNetwork<Probed.TanhSingle, float>(), new TypedNetwork<Probed.EluDouble, double>(),
        new TypedNetwork<Probed.SigmoidDouble, double>(), new TypedNetwork<Probed.SoftplusDouble, double>(), new TypedNetwork<Probed.SoftsignDouble, double>(),
        new TypedNetwork<Probed.SiluDouble, double>(), new TypedNetwork<Probed.GeluSingle, float>(), new TypedNetwork<Probed.SinDouble, double>(),
        new TypedNetwork<Probed.ReluDouble, double>(), new TypedNetwork<Probed.OneHiddenDouble, double>(), new TypedNetwork<Probed.MixedDouble, double>(),
        new TypedNetwork<Probed.DeepSingle, float>(), new TypedNetwork<Probed.OneLayerDouble, double>(),
    }.ToDictionary(network => network.Name);

    public static TheoryData<string> Names => new(ByName.Keys);

    public static TestNetwork Get(string name) => ByName[name];
}
