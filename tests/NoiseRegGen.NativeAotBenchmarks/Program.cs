using System;
using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime.Intrinsics.X86;
using NoiseRegGen;
using NoiseRegGen.NativeAotBenchmarks;

const int Examples = 256, Repeats = 15;
var small = new Job<Small>(Examples);
if (args is ["once"])
{
    // For the time from start to the end of the first training step.
    small.Gradient();
    return;
}

var middle = new Job<Middle>(Examples);
string fused = Fma.IsSupported ? "hardware" : "software";
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{8 * Vector<byte>.Count} bits, FMA in {fused} | {Microseconds(small.Gradient):#,0} | {Microseconds(small.NoisyGradient):#,0} | {Microseconds(small.PenalizedGradient):#,0} | {Microseconds(middle.Gradient):#,0}"));

// The median over repeats of at least 20 ms each, after half a second to warm up.
static double Microseconds(Action call)
{
    Time(call, 500);
    double[] times = new double[Repeats];
    for (int i = 0; i < Repeats; i++)
        times[i] = Time(call, 20);
    Array.Sort(times);
    return times[Repeats / 2];
}

static double Time(Action call, int milliseconds)
{
    long start = Stopwatch.GetTimestamp();
    int calls = 0;
    do
    {
        call();
        calls++;
    }
    while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < milliseconds);
    return Stopwatch.GetElapsedTime(start).TotalMicroseconds / calls;
}
