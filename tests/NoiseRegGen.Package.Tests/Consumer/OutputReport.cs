using System;
using System.Globalization;
using System.Text;

namespace Consumer;

/// <summary>What a network computes, to the last bit.</summary>
public static class OutputReport
{
    /// <summary>One line for each of a few examples.</summary>
    public static string Of(Consumed network)
    {
        var report = new StringBuilder();
        var x = new float[Consumed.InputSize];
        var y = new float[Consumed.OutputSize];
        for (int example = 0; example < 5; example++)
        {
            for (int i = 0; i < x.Length; i++)
                x[i] = (example - 2) * 0.25f * (i + 1);
            network.Forward(x, y);
            foreach (float value in y)
                report.Append(CultureInfo.InvariantCulture, $"{BitConverter.SingleToInt32Bits(value):x8} ");
            report.Append('\n');
        }

        return report.ToString();
    }
}
