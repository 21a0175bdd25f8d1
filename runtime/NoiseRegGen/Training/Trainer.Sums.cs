using System;

namespace NoiseRegGen.Training;

/// <content>What an epoch adds up, in double and in the order of its steps.</content>
public sealed partial class Trainer<TNet, T>
{
    private struct Sums
    {
        internal double LearningRate;
        internal double Strength;
        private double _loss;
        private double _penalty;
        private double _squaredNorms;
        private long _steps;

        internal void Add(int rows, double loss, double penalty, double gradientNorm)
        {
            _loss += rows * loss;
            _penalty += rows * penalty;
            _squaredNorms += gradientNorm * gradientNorm;
            _steps++;
        }

        internal readonly EpochReport Report(int epoch, int epochs, long steps, int rows) => new(
            epoch, epochs, steps, _loss / rows, _penalty / rows, Math.Sqrt(_squaredNorms / _steps), LearningRate, Strength);
    }
}
