using System;
using System.Runtime.Loader;

namespace CompareRegularizers.Networks;

/// <summary>One shape compiled in process, in both precisions; disposing lets its code be unloaded.</summary>
/// <param name="context">Where the code lives.</param>
/// <param name="single">The class in single precision.</param>
/// <param name="double">The class in double precision.</param>
internal sealed class CompiledNetworks(AssemblyLoadContext context, Type single, Type @double) : IDisposable
{
    /// <summary>The class in single precision.</summary>
    internal Type Single => single;

    /// <summary>The class in double precision.</summary>
    internal Type Double => @double;

    /// <inheritdoc/>
    public void Dispose() => context.Unload();
}
