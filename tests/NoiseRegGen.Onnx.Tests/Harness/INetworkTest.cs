using System.Numerics;

namespace NoiseRegGen.Onnx.Tests.Harness;

/// <summary>A test that needs a network's class and number type.</summary>
internal interface INetworkTest
{
    void Run<TNet, T>()
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>;
}
