using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CompareRegularizers.Experiments;
using NoiseRegGen;

namespace CompareRegularizers.Literature;

/// <summary>All arms on the splits of one table.</summary>
/// <typeparam name="TNet">The network.</typeparam>
internal sealed class TableStudy<TNet>(PublishedSource source, StudySettings settings) : ITableStudy
    where TNet : class, IMlp<TNet, float>
{
    /// <inheritdoc/>
    public IReadOnlyList<StudyCell> RunSplit(int split, CancellationToken cancellation)
    {
        CompareRegularizers.Data.Split parts = source.Draw(settings.Seed, split), whole = source.DrawWhole(split);
        var tuning = new SplitTrainer<TNet>(parts.Train, parts.Validation, source, settings, split);
        var final = new SplitTrainer<TNet>(whole.Train, whole.Test, source, settings, split);
        Candidate[] plain = [.. settings.LearningRates.Select(rate => Try(tuning, Arm.None, 0, rate, cancellation))];
        return [.. Arm.All.Select(arm => Finish(arm))];

        StudyCell Finish(Arm arm)
        {
            Candidate best = plain.Concat(Tune(tuning, arm, cancellation)).MinBy(candidate => candidate.Key)!;
            double test = final.Run(best.Eta == 0 ? Arm.None : arm, best.Eta, best.LearningRate, cancellation);
            return new StudyCell(source.Name, arm, split, best.Eta, best.LearningRate, best.Rmse, test);
        }
    }

    // What eta = 0 gives is known already: the arm without a regulariser.
    private IEnumerable<Candidate> Tune(SplitTrainer<TNet> tuning, Arm arm, CancellationToken cancellation) =>
        from eta in arm == Arm.None ? [] : settings.Etas
        from rate in settings.LearningRates
        select Try(tuning, arm, eta, rate, cancellation);

    private static Candidate Try(SplitTrainer<TNet> tuning, Arm arm, double eta, double rate, CancellationToken cancellation) =>
        new(eta, rate, tuning.Run(arm, eta, rate, cancellation));

    private sealed record Candidate(double Eta, double LearningRate, double Rmse)
    {
        // What diverged is never chosen while another is there.
        internal double Key => double.IsNaN(Rmse) ? double.PositiveInfinity : Rmse;
    }
}
