using System;
using CompareRegularizers.Data;
using CompareRegularizers.Networks;

namespace CompareRegularizers.Equivalence;

/// <summary>Finds or compiles the network of an experiment and binds the experiment to it; one at a time.</summary>
internal sealed class EquivalenceNetworks : IDisposable
{
    private CompiledNetworks? _compiled;

    /// <summary>An experiment with the network of the given shape; the one before it may no longer be used.</summary>
    internal IEquivalenceExperiment Bind(NetworkShape shape, IDataSource source, EquivalenceSettings settings)
    {
        _compiled?.Dispose();
        _compiled = null;
        if (NetworkLibrary.IsBuiltIn(shape))
            return new EquivalenceExperiment<FriedmanNetworkDouble>(shape, source, settings);

        // The only reflection: from here on the compiled network is a type argument like any other.
        _compiled = NetworkCompiler.Compile(shape);
        Type experiment = typeof(EquivalenceExperiment<>).MakeGenericType(_compiled.Double);
        return (IEquivalenceExperiment)Activator.CreateInstance(experiment, shape, source, settings)!;
    }

    /// <inheritdoc/>
    public void Dispose() => _compiled?.Dispose();
}
