using System;
using CompareRegularizers.Data;
using CompareRegularizers.Experiments;

namespace CompareRegularizers.Networks;

/// <summary>Finds or compiles the network of an experiment and binds the experiment to it.</summary>
internal sealed class NetworkLibrary : IDisposable
{
    private CompiledNetworks? _compiled;

    /// <summary>Whether a shape is part of this program rather than to be compiled.</summary>
    internal static bool IsBuiltIn(NetworkShape shape) => shape.Matches(FriedmanNetwork.Shape);

    /// <summary>An experiment with networks of the given shape.</summary>
    internal IExperiment Bind(NetworkShape shape, IDataSource source, ComparisonSettings settings)
    {
        if (IsBuiltIn(shape))
            return new Experiment<FriedmanNetwork, FriedmanNetworkDouble>(source, settings);

        // The only reflection: from here on the compiled network is a type argument like any other.
        _compiled?.Dispose();
        _compiled = NetworkCompiler.Compile(shape);
        Type experiment = typeof(Experiment<,>).MakeGenericType(_compiled.Single, _compiled.Double);
        return (IExperiment)Activator.CreateInstance(experiment, source, settings)!;
    }

    /// <inheritdoc/>
    public void Dispose() => _compiled?.Dispose();
}
