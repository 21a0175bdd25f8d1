using NoiseRegGen;

namespace CompareRegularizers.Networks;

/// <summary>The class of a network, in both precisions.</summary>
/// <typeparam name="TSingle">In single precision.</typeparam>
/// <typeparam name="TDouble">In double precision.</typeparam>
/// <param name="name">What it is called in reports.</param>
/// <param name="shape">What it looks like, and which of the two is meant.</param>
internal sealed class NetworkTypeOf<TSingle, TDouble>(string name, NetworkShape shape) : NetworkType(name, shape)
    where TSingle : class, IMlp<TSingle, float>
    where TDouble : class, IMlp<TDouble, double>
{
    /// <inheritdoc/>
    internal override TResult Apply<TResult>(INetworkUse<TResult> use) => Shape.Precision == Precision.Double
        ? use.Use<TDouble, double, TDouble>()
        : use.Use<TSingle, float, TDouble>();
}
