using System.Numerics;
using NoiseRegGen.Numerics.Tests.Reference;

namespace NoiseRegGen.Numerics.Tests.Networks;

/// <summary>A test that needs the network's own types: spans of its numbers, its workspace.</summary>
internal interface INetworkTest
{
    void Run<TSelf, T>(NetworkShape shape)
        where TSelf : class, IMlp<TSelf, T>
        where T : unmanaged, IFloatingPointIeee754<T>;
}
