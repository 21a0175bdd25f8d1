using System;
using CompareRegularizers.Data;

namespace CompareRegularizers.Experiments;

/// <summary>The standardised data of one repeat.</summary>
/// <param name="Train">The training part.</param>
/// <param name="Validation">The validation part.</param>
/// <param name="Test">The test part.</param>
/// <param name="Units">What turns standardised values back into the data's units.</param>
internal sealed record RepeatData(Part Train, Part Validation, Part Test, Standardization Units)
{
    /// <summary>What turns a standardised error back into the target's units.</summary>
    internal double TargetDeviation => Units.TargetDeviation;

    /// <summary>Draws and standardises: a pure function of its arguments.</summary>
    internal static RepeatData Prepare(IDataSource source, ulong seed, int repeat) => OfSplit(source.Draw(seed, repeat), source);

    /// <summary>Standardises.</summary>
    /// <param name="split">The data.</param>
    /// <param name="source">Where they came from: names the columns in messages.</param>
    internal static RepeatData OfSplit(Split split, IDataSource source)
    {
        Standardization units = Standardization.Fit(split.Train, source);
        return new RepeatData(units.Apply(split.Train), units.Apply(split.Validation), units.Apply(split.Test), units);
    }

    /// <summary>Numbers in single precision.</summary>
    internal static float[] ToSingle(double[] values) => Array.ConvertAll(values, value => (float)value);
}
