using System.Numerics;
using NoiseRegGen;

namespace CompareRegularizers.Networks;

/// <summary>Something done with a network whose class is a type argument.</summary>
/// <typeparam name="TResult">What comes of it.</typeparam>
internal interface INetworkUse<TResult>
{
    /// <summary>Does it.</summary>
    /// <typeparam name="TNet">The class of the network.</typeparam>
    /// <typeparam name="T">Its number type.</typeparam>
    /// <typeparam name="TDouble">The same network in double precision.</typeparam>
    TResult Use<TNet, T, TDouble>()
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDouble : class, IMlp<TDouble, double>;
}
