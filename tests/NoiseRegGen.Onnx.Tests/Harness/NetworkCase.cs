using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NoiseRegGen.Onnx.Tests.Networks;
using Xunit;

namespace NoiseRegGen.Onnx.Tests.Harness;

/// <summary>A network's class, by name.</summary>
internal sealed class NetworkCase
{
    private static readonly Dictionary<string, NetworkCase> ByName = new[]
    {
        Of<Activated.IdentitySingle, float>(), Of<Activated.IdentityDouble, double>(),
        Of<Activated.ReluSingle, float>(), Of<Activated.ReluDouble, double>(),
        Of<Activated.LeakyReluSingle, float>(), Of<Activated.LeakyReluDouble, double>(),
        Of<Activated.EluSingle, float>(), Of<Activated.EluDouble, double>(),
        Of<Activated.TanhSingle, float>(), Of<Activated.TanhDouble, double>(),
        Of<Activated.SigmoidSingle, float>(), Of<Activated.SigmoidDouble, double>(),
        Of<Activated.SoftplusSingle, float>(), Of<Activated.SoftplusDouble, double>(),
        Of<Activated.SoftsignSingle, float>(), Of<Activated.SoftsignDouble, double>(),
        Of<Activated.SiluSingle, float>(), Of<Activated.SiluDouble, double>(),
        Of<Activated.GeluSingle, float>(), Of<Activated.GeluDouble, double>(),
        Of<Activated.SinSingle, float>(), Of<Activated.SinDouble, double>(),
        Of<Mixed.SiluSiluIdentity, float>(), Of<Mixed.GeluGeluIdentity, float>(), Of<Mixed.GeluGeluIdentityDouble, double>(),
        Of<Mixed.TanhTanhIdentity, float>(), Of<Mixed.TanhTanhIdentityDouble, double>(), Of<Mixed.EluEluIdentity, float>(),
        Of<Mixed.ReluTanhIdentity, float>(), Of<Mixed.ReluReluIdentity, float>(), Of<Mixed.SinSoftsignIdentity, float>(),
        Of<Mixed.Wider, float>(), Of<Mixed.Shallower, float>(), Of<Mixed.Deeper, float>(), Of<Mixed.Scalar, float>(),
    }.ToDictionary(static network => network.Name);

    private readonly Action<INetworkTest> _accept;
    private readonly Activation[] _activations;

    private NetworkCase(string name, int[] sizes, Activation[] activations, bool isDouble, Action<INetworkTest> accept)
    {
        Name = name;
        Sizes = sizes;
        _activations = activations;
        IsDouble = isDouble;
        _accept = accept;
    }

    internal static TheoryData<string> All => [.. ByName.Keys];

    internal string Name { get; }

    internal int[] Sizes { get; }

    internal bool IsDouble { get; }

    internal static NetworkCase Get(string name) => ByName[name];

    /// <summary>The class with the shape of the files from PyTorch, these activations and this precision.</summary>
    internal static NetworkCase Find(string[] activations, bool isDouble) => ByName.Values.Single(network =>
        network.Sizes.SequenceEqual([3, 5, 4, 2]) && network.IsDouble == isDouble
        && network._activations.Select(static kind => kind.ToString()).SequenceEqual(activations));

    internal void Accept(INetworkTest test) => _accept(test);

    private static NetworkCase Of<TNet, T>()
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        => new(typeof(TNet).Name, TNet.LayerSizes.ToArray(), TNet.LayerActivations.ToArray(), typeof(T) == typeof(double), static test => test.Run<TNet, T>());
}
