namespace CompareRegularizers.Networks;

/// <summary>A network's class, to be used as a type argument: from this program's own source, or compiled for a shape.</summary>
/// <param name="name">What it is called in reports.</param>
/// <param name="shape">What it looks like.</param>
internal abstract class NetworkType(string name, NetworkShape shape)
{
    /// <summary>What it is called in reports.</summary>
    internal string Name => name;

    /// <summary>What it looks like.</summary>
    internal NetworkShape Shape => shape;

    /// <summary>Does something with it.</summary>
    internal abstract TResult Apply<TResult>(INetworkUse<TResult> use);
}
