using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Guarded;

/// <summary>Not tests but what <see cref="GuardPageTests"/> starts to see the guards at work; none returns.</summary>
public class ForbiddenCalls
{
    [Fact(Explicit = true)]
    public void Read_after_the_end()
    {
        using var pages = new GuardedPages(64);
        using var progress = new ProgressFile();
        Span<float> span = pages.Span<float>(5, atEnd: true);
        span.Fill(1);
        progress.Write(nameof(Read_after_the_end));
        Assert.Equal(1, Unsafe.Add(ref MemoryMarshal.GetReference(span), 5));
    }

    [Fact(Explicit = true)]
    public void Write_before_the_start()
    {
        using var pages = new GuardedPages(64);
        using var progress = new ProgressFile();
        Span<float> span = pages.Span<float>(5, atEnd: false);
        progress.Write(nameof(Write_before_the_start));
        Unsafe.Add(ref MemoryMarshal.GetReference(span), -1) = 1;
    }
}
