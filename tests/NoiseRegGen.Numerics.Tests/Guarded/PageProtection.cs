using System;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace NoiseRegGen.Numerics.Tests.Guarded;

/// <summary>Memory whose pages can be made inaccessible, so that a touch ends the process.</summary>
internal static class PageProtection
{
    // <sys/mman.h> of Linux.
    private const int ProtNone = 0, ProtReadWrite = 3, MapPrivateAnonymous = 0x22;

    // <memoryapi.h> of Windows.
    private const uint MemCommitReserve = 0x3000, MemRelease = 0x8000, PageNoAccess = 1, PageReadWrite = 4;

    public static bool IsSupported => OperatingSystem.IsLinux() || OperatingSystem.IsWindows();

    /// <summary>Pages that nothing may touch.</summary>
    public static nint Reserve(nint bytes) => OperatingSystem.IsWindows()
        ? Checked(VirtualAlloc(0, bytes, MemCommitReserve, PageNoAccess), 0)
        : Checked(Map(0, bytes, ProtNone, MapPrivateAnonymous, -1, 0), -1);

    /// <summary>Lets some of them be read and written.</summary>
    public static void Open(nint start, nint bytes)
    {
        bool done = OperatingSystem.IsWindows() ? VirtualProtect(start, bytes, PageReadWrite, out _) : Protect(start, bytes, ProtReadWrite) == 0;
        Checked(done ? 1 : 0, 0);
    }

    /// <summary>Gives all back.</summary>
    public static void Release(nint start, nint bytes)
    {
        bool done = OperatingSystem.IsWindows() ? VirtualFree(start, 0, MemRelease) : Unmap(start, bytes) == 0;
        Checked(done ? 1 : 0, 0);
    }

    private static nint Checked(nint result, nint failure) => result == failure ? throw new Win32Exception(Marshal.GetLastPInvokeError()) : result;

    [DllImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static extern nint Map(nint address, nint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static extern int Protect(nint address, nint length, int protection);

    [DllImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static extern int Unmap(nint address, nint length);

    [DllImport("kernel32", SetLastError = true)]
    private static extern nint VirtualAlloc(nint address, nint length, uint type, uint protection);

    [DllImport("kernel32", SetLastError = true)]
    private static extern bool VirtualProtect(nint address, nint length, uint protection, out uint before);

    [DllImport("kernel32", SetLastError = true)]
    private static extern bool VirtualFree(nint address, nint length, uint type);
}
