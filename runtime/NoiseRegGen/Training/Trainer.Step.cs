using System;

namespace NoiseRegGen.Training;

/// <content>One step: gather the batch, evaluate the objective, clip, check, move.</content>
public sealed partial class Trainer<TNet, T>
{
    private readonly T[] _gradient;
    private readonly T[] _lastGood;
    private bool _hasLastGood;
    private T[] _batchX = [];
    private T[] _batchY = [];

    private void ReserveBatch(int rows)
    {
        if (_batchX.Length == rows * _inputs)
            return;
        _batchX = new T[checked(rows * _inputs)];
        _batchY = new T[checked(rows * _outputs)];
    }

    private void Gather(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<int> rows)
    {
        Span<T> toX = _batchX, toY = _batchY;
        for (int i = 0; i < rows.Length; i++)
        {
            x.Slice(rows[i] * _inputs, _inputs).CopyTo(toX[(i * _inputs)..]);
            y.Slice(rows[i] * _outputs, _outputs).CopyTo(toY[(i * _outputs)..]);
        }
    }

    /// <summary>Sets the learning rate and the regulariser's strength at the part <paramref name="progress"/> of the run.</summary>
    private void Plan(double learningRate, double progress, ref Sums sums)
    {
        double factor = Options.Schedule switch
        {
            LearningRateSchedule.Linear => 1 - progress,
            LearningRateSchedule.Cosine => 0.5 * (1 + Math.Cos(Math.PI * progress)),
            _ => 1,
        };
        // The cosine of nearly pi may round to -1; a learning rate is never zero.
        sums.LearningRate = _optimizer.LearningRate = Math.Max(learningRate * factor, double.Epsilon);
        Regularizer regularizer = Options.Regularizer;
        bool warmsUp = regularizer.Kind is RegularizerKind.WeightNoise or RegularizerKind.GradientPenalty or RegularizerKind.CorrectedPenalty;
        sums.Strength = warmsUp && progress < Options.EtaWarmUpFraction
            ? regularizer.Strength * progress / Options.EtaWarmUpFraction
            : regularizer.Strength;
    }

    private void TakeStep(ReadOnlySpan<int> chosen, ref Sums sums)
    {
        int rows = chosen.Length;
        (double loss, double penalty) = ComputeObjective(rows, sums.Strength);
        double norm = Options.ClipNorm is { } maxNorm
            ? GradientClipping.ByNorm(_gradient.AsSpan(), maxNorm)
            : VectorOps.Norm<T>(_gradient);
        double total = loss + (sums.Strength * penalty);
        if (!double.IsFinite(total) || !double.IsFinite(norm))
            throw Diverged(total, norm, chosen);
        Span<T> parameters = Network.Parameters;
        parameters.CopyTo(_lastGood);
        _hasLastGood = true;
        _optimizer.Step(parameters, _gradient);
        StepCount++;
        sums.Add(rows, loss, penalty, norm);
    }

    private (double Loss, double Penalty) ComputeObjective(int rows, double strength)
    {
        ReadOnlyMemory<T> x = _batchX.AsMemory(0, rows * _inputs), y = _batchY.AsMemory(0, rows * _outputs);
        switch (Options.Regularizer.Kind)
        {
            case RegularizerKind.WeightNoise:
                return (double.CreateChecked(_objective.NoisyGradient(x, y, _gradient, NoiseOfStep(strength))), 0);
            case RegularizerKind.GradientPenalty:
                PenalizedLoss<T> penalized = Options.Regularizer.Projected
                    ? _objective.PenalizedGradient(x, y, _gradient, strength, ProbeOfStep())
                    : _objective.PenalizedGradient(x, y, _gradient, strength);
                return (double.CreateChecked(penalized.Loss), double.CreateChecked(penalized.Penalty));
            case RegularizerKind.CorrectedPenalty:
                CorrectedLoss<T> corrected = _objective.CorrectedGradient(x, y, _gradient, strength, ProbeOfStep());
                return (double.CreateChecked(corrected.ShiftedLoss), double.CreateChecked(corrected.Penalty));
            case RegularizerKind.WeightDecay:
                double loss = double.CreateChecked(_objective.Gradient(x, y, _gradient));
                return (loss, AddWeightDecay(strength));
            default:
                return (double.CreateChecked(_objective.Gradient(x, y, _gradient)), 0);
        }
    }

    private WeightNoise NoiseOfStep(double eta) => new()
    {
        Eta = eta,
        Seed = Options.Seed,
        Step = StepCount,
        Sampling = Options.Regularizer.Sampling,
        Antithetic = Options.Regularizer.Antithetic,
        Scales = Options.Regularizer.Scales,
    };

    private RandomProbe ProbeOfStep() => new() { Seed = Options.Seed, Step = StepCount };

    /// <summary>Adds <c>lambda W_l</c> to the gradient of every weight.</summary>
    /// <returns><c>sum_l ||W_l||^2 / 2</c>.</returns>
    private double AddWeightDecay(double lambda)
    {
        ReadOnlySpan<int> sizes = TNet.LayerSizes;
        double sum = 0;
        int offset = 0;
        for (int layer = 0; layer < sizes.Length - 1; layer++)
        {
            ReadOnlySpan<T> weights = Network.Weights(layer);
            sum += VectorOps.SumOfSquares(weights);
            VectorOps.AddScaled(weights, T.CreateChecked(lambda), _gradient.AsSpan(offset, weights.Length));
            offset += weights.Length + sizes[layer + 1];
        }
        return 0.5 * sum;
    }
}
