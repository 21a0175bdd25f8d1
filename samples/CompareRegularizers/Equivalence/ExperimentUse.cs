using System.Numerics;
using CompareRegularizers.Data;
using CompareRegularizers.Networks;
using NoiseRegGen;

namespace CompareRegularizers.Equivalence;

/// <summary>Binds an experiment to a network's class, in double precision.</summary>
internal sealed class ExperimentUse(NetworkShape shape, IDataSource source, EquivalenceSettings settings)
    : INetworkUse<IEquivalenceExperiment>
{
    /// <inheritdoc/>
    public IEquivalenceExperiment Use<TNet, T, TDouble>()
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDouble : class, IMlp<TDouble, double> => new EquivalenceExperiment<TDouble>(shape, source, settings);
}
