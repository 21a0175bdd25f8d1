using System;

namespace CompareRegularizers.Data;

/// <summary>
/// Subtracts the mean and divides by the standard deviation of the training part, in every input and the target: only then does
/// an eta mean the same on different data, for the input's scale enters the penalty through <c>||x||^2 + 1</c>.
/// </summary>
internal sealed class Standardization
{
    private readonly double[] _means;
    private readonly double[] _deviations;

    private Standardization(double[] means, double[] deviations, double targetMean, double targetDeviation)
    {
        _means = means;
        _deviations = deviations;
        TargetMean = targetMean;
        TargetDeviation = targetDeviation;
    }

    /// <summary>The means of the training inputs, one per input.</summary>
    internal ReadOnlySpan<double> InputMeans => _means;

    /// <summary>The standard deviations (divisor n) of the training inputs, one per input.</summary>
    internal ReadOnlySpan<double> InputDeviations => _deviations;

    /// <summary>The mean of the training targets.</summary>
    internal double TargetMean { get; }

    /// <summary>The standard deviation (divisor n) of the training targets: what turns an error back into the target's units.</summary>
    internal double TargetDeviation { get; }

    /// <summary>Takes the statistics of a training part.</summary>
    /// <param name="train">The training part.</param>
    /// <param name="source">Where it came from: names the columns in messages.</param>
    /// <exception cref="UserErrorException">An input or the target is constant on the training part, or too large to square.</exception>
    internal static Standardization Fit(Part train, IDataSource source)
    {
        int inputs = train.Inputs.Length / train.Count;
        var means = new double[inputs];
        var deviations = new double[inputs];
        for (int j = 0; j < inputs; j++)
            (means[j], deviations[j]) = Moments(train.Inputs, j, inputs, source.InputName(j));
        (double targetMean, double targetDeviation) = Moments(train.Targets, 0, 1, source.TargetName);
        return new Standardization(means, deviations, targetMean, targetDeviation);
    }

    /// <summary>A part in standardised units.</summary>
    internal Part Apply(Part part)
    {
        var inputs = new double[part.Inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = (part.Inputs[i] - _means[i % _means.Length]) / _deviations[i % _means.Length];
        var targets = new double[part.Count];
        for (int i = 0; i < targets.Length; i++)
            targets[i] = (part.Targets[i] - TargetMean) / TargetDeviation;
        return new Part(inputs, targets);
    }

    /// <summary>A standardised input in its own units.</summary>
    internal double RestoreInput(int input, double value) => _means[input] + (_deviations[input] * value);

    /// <summary>A standardised target or output in the target's units.</summary>
    internal double RestoreTarget(double value) => TargetMean + (TargetDeviation * value);

    // Two passes: the one-pass form sum x^2 - n mean^2 cancels for a column such as a year.
    private static (double Mean, double Deviation) Moments(double[] values, int start, int stride, string name)
    {
        int count = values.Length / stride;
        double sum = 0;
        bool constant = true;
        for (int i = start; i < values.Length; i += stride)
        {
            sum += values[i];
            constant &= values[i] == values[start];
        }

        if (constant)
        {
            throw new UserErrorException(
                $"'{name}' is constant on the training part of a repeat and cannot be standardised; leave the column out.");
        }

        double mean = sum / count;
        double squares = 0;
        for (int i = start; i < values.Length; i += stride)
            squares += (values[i] - mean) * (values[i] - mean);
        double deviation = Math.Sqrt(squares / count);
        return double.IsFinite(deviation) && deviation > 0
            ? (mean, deviation)
            : throw new UserErrorException(
                $"'{name}' has values too large or too close to each other to be standardised; rescale the column.");
    }
}
