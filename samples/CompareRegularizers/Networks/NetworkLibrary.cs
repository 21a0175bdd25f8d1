using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using CompareRegularizers.Data;
using CompareRegularizers.Experiments;
using NoiseRegGen;

namespace CompareRegularizers.Networks;

/// <summary>Finds or compiles networks; disposing lets the code of compiled ones be unloaded.</summary>
internal sealed class NetworkLibrary(NetworkCache? cache = null) : IDisposable
{
    private readonly Dictionary<string, NetworkType> _types = [];
    private readonly List<AssemblyLoadContext> _contexts = [];

    /// <summary>Whether a shape is part of this program rather than to be compiled.</summary>
    internal static bool IsBuiltIn(NetworkShape shape) => BuiltInNetworks.Find(shape) is not null;

    /// <summary>The class of a shape.</summary>
    internal NetworkType Find(NetworkShape shape)
    {
        string key = shape.Attribute(shape.Precision);
        if (!_types.TryGetValue(key, out NetworkType? type))
            _types[key] = type = BuiltInNetworks.Find(shape) ?? Compile(shape);
        return type;
    }

    /// <summary>An experiment with networks of the given shape.</summary>
    internal IExperiment Bind(NetworkShape shape, IDataSource source, ComparisonSettings settings) =>
        Find(shape).Apply(new ExperimentUse(source, settings));

    /// <inheritdoc/>
    public void Dispose()
    {
        _types.Clear();
        foreach (AssemblyLoadContext context in _contexts)
            context.Unload();
        _contexts.Clear();
    }

    // The only reflection: from here on the compiled network is a type argument like any other.
    private NetworkType Compile(NetworkShape shape)
    {
        byte[] image = (cache ?? NetworkCache.Default).GetOrMake(shape, NetworkCompiler.Compile);
        var context = new AssemblyLoadContext(shape.ToString(), isCollectible: true);
        _contexts.Add(context);
        Assembly assembly = context.LoadFromStream(new MemoryStream(image));
        Type type = typeof(NetworkTypeOf<,>).MakeGenericType(
            assembly.GetType(NetworkCompiler.SingleName, throwOnError: true)!,
            assembly.GetType(NetworkCompiler.DoubleName, throwOnError: true)!);
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        return (NetworkType)Activator.CreateInstance(type, Any, null, ["compiled for this shape", shape], null)!;
    }

    private sealed class ExperimentUse(IDataSource source, ComparisonSettings settings) : INetworkUse<IExperiment>
    {
        public IExperiment Use<TNet, T, TDouble>()
            where TNet : class, IMlp<TNet, T>
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
            where TDouble : class, IMlp<TDouble, double> => new Experiment<TNet, T, TDouble>(source, settings);
    }
}
