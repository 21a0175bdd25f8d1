using System;

namespace QuickStart;

/// <summary>Made-up measurements of a joint: its friction depends on load and speed, and on none of six other quantities.</summary>
internal static class Measurements
{
    /// <summary>Eight inputs, row by row, and the friction that goes with them.</summary>
    internal static (float[] X, float[] Y) Make(int count)
    {
        var random = new Random(1);
        float[] x = new float[count * Friction.InputSize], y = new float[count];
        for (int i = 0; i < x.Length; i++)
            x[i] = (2 * random.NextSingle()) - 1;
        for (int i = 0; i < count; i++)
        {
            (float load, float speed) = (x[i * Friction.InputSize], x[(i * Friction.InputSize) + 1]);
            y[i] = (load * MathF.Tanh(4 * speed)) + (0.3f * speed);
        }

        return (x, y);
    }
}
