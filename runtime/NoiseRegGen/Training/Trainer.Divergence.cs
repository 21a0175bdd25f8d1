using System;

namespace NoiseRegGen.Training;

/// <content>What is done and said when numbers stop being finite.</content>
public sealed partial class Trainer<TNet, T>
{
    private void RequireFiniteParameters()
    {
        if (!double.IsFinite(VectorOps.Norm<T>(Network.Parameters)))
            throw Diverged(double.NaN, double.NaN, []);
    }

    private TrainingDivergedException Diverged(double loss, double gradientNorm, ReadOnlySpan<int> chosen)
    {
        (int layer, double norm) = Culprit(gradientIsCurrent: !chosen.IsEmpty);
        int row = FirstBadRow(chosen);
        // Before the first step, and after a restored checkpoint, there is nothing better than what the network has.
        if (_hasLastGood)
            _lastGood.CopyTo(Network.Parameters);
        return new TrainingDivergedException(StepCount, loss, gradientNorm, layer, norm, row);
    }

    /// <summary>
    /// The layer to look at first, and the norm of its parameters: the first with a parameter that is not finite; else the first whose
    /// gradient is not finite; else, where the loss alone overflowed, the one with the longest parameter vector.
    /// </summary>
    private (int Layer, double Norm) Culprit(bool gradientIsCurrent)
    {
        ReadOnlySpan<int> sizes = TNet.LayerSizes;
        int firstBadGradient = -1, longest = 0;
        double badGradientNorm = 0, longestNorm = -1;
        int offset = 0;
        for (int layer = 0; layer < sizes.Length - 1; layer++)
        {
            int length = sizes[layer + 1] * (sizes[layer] + 1);
            double norm = VectorOps.Norm<T>(Network.Parameters.Slice(offset, length));
            if (!double.IsFinite(norm))
                return (layer, norm);
            // After an epoch the parameters alone are looked at; the gradient is that of the step before.
            if (gradientIsCurrent && firstBadGradient < 0 && !double.IsFinite(VectorOps.Norm<T>(_gradient.AsSpan(offset, length))))
                (firstBadGradient, badGradientNorm) = (layer, norm);
            if (norm > longestNorm)
                (longest, longestNorm) = (layer, norm);
            offset += length;
        }

        return firstBadGradient >= 0 ? (firstBadGradient, badGradientNorm) : (longest, longestNorm);
    }

    /// <summary>The row of the data, counted from 0, that brought the first number of the batch that is not finite; -1 for none.</summary>
    private int FirstBadRow(ReadOnlySpan<int> chosen)
    {
        for (int i = 0; i < chosen.Length; i++)
        {
            if (HasNonFinite(_batchX.AsSpan(i * _inputs, _inputs)) || HasNonFinite(_batchY.AsSpan(i * _outputs, _outputs)))
                return chosen[i];
        }

        return -1;
    }

    private static bool HasNonFinite(ReadOnlySpan<T> values)
    {
        foreach (T value in values)
        {
            if (!T.IsFinite(value))
                return true;
        }

        return false;
    }
}
