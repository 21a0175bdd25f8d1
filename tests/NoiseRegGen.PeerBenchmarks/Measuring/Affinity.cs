using System;
using System.Diagnostics;
using System.Runtime.Versioning;

namespace NoiseRegGen.PeerBenchmarks.Measuring;

/// <summary>
/// Keeps the measuring thread on one core. On Linux the process's affinity is that of its main thread, on which everything is
/// timed, and of the threads which that one starts later: so nothing that should have both cores is started inside.
/// </summary>
internal sealed class Affinity : IDisposable
{
    private readonly Process _process = Process.GetCurrentProcess();
    private readonly nint _before;

    private Affinity(nint mask)
    {
        if (!IsSupported)
            return;
        _before = _process.ProcessorAffinity;
        _process.ProcessorAffinity = mask;
    }

    /// <summary>Pins to the last core: interrupts tend to land on the first.</summary>
    internal static Affinity LastCore() => new((nint)1 << (Environment.ProcessorCount - 1));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (IsSupported)
            _process.ProcessorAffinity = _before;
        _process.Dispose();
    }

    [SupportedOSPlatformGuard("linux")]
    [SupportedOSPlatformGuard("windows")]
    private static bool IsSupported => OperatingSystem.IsLinux() || OperatingSystem.IsWindows();
}
