using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using CompareRegularizers.Experiments;
using CompareRegularizers.Literature;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Literature;

public class TableStudyTests
{
    private static readonly StudySettings Short = new() { Epochs = 2, Splits = 2, LearningRates = [0.01], Etas = [1e-3] };

    private static readonly PublishedSource Yacht = PublishedTable.All[0].Open(Path.Combine(AppContext.BaseDirectory, "Datasets"));

    [Fact]
    public void Every_arm_is_tuned_and_tested_on_every_split()
    {
        IReadOnlyList<StudyCell> cells = Run(Short);
        Assert.Equal(Arm.All, cells.Select(cell => cell.Arm));
        Assert.All(cells, cell => Assert.True(double.IsFinite(cell.TestRmse) && double.IsFinite(cell.ValidationRmse)));
    }

    [Fact]
    public void An_arm_that_does_worse_on_the_validation_part_is_left_for_none()
    {
        // Noise a million times too strong: nothing is learned with it.
        foreach (StudyCell cell in Run(Short with { Epochs = 20, Etas = [1e3] }).Where(cell => cell.Arm.Key.EndsWith("noise", StringComparison.Ordinal)))
            Assert.Equal((0, Run(Short with { Epochs = 20, Etas = [] })[0].TestRmse), (cell.Eta, cell.TestRmse));
    }

    [Fact]
    public void A_learning_rate_with_which_training_diverges_is_not_chosen()
    {
        StudyCell none = Run(Short with { LearningRates = [1e30, 0.01] })[0];
        Assert.Equal(0.01, none.LearningRate);
        Assert.Equal(Run(Short)[0].TestRmse, none.TestRmse);
    }

    [Fact]
    public void Results_are_the_same_for_any_number_of_threads_and_every_time()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Datasets");
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        IReadOnlyList<StudyCell> one = new Study(folder, Short with { Epochs = 1 }).Run(1, null, cancellation);
        Assert.Equal(3 * 2 * Arm.All.Count, one.Count);
        Assert.Equal(one, new Study(folder, Short with { Epochs = 1 }).Run(2, null, cancellation));
    }

    private static IReadOnlyList<StudyCell> Run(StudySettings settings) =>
        new TableStudy<SixInputs>(Yacht, settings).RunSplit(0, TestContext.Current.CancellationToken);
}
