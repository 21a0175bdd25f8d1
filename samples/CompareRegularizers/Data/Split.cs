namespace CompareRegularizers.Data;

/// <summary>One repeat's data, in the units in which they came.</summary>
/// <param name="Train">What the networks are fitted to.</param>
/// <param name="Validation">What eta is chosen by.</param>
/// <param name="Test">What the error is reported on.</param>
internal sealed record Split(Part Train, Part Validation, Part Test)
{
    /// <summary>The same with nothing held out.</summary>
    internal Split AllToTrain() => new(
        new Part(
            [.. Train.Inputs, .. Validation.Inputs, .. Test.Inputs], [.. Train.Targets, .. Validation.Targets, .. Test.Targets]),
        new Part([], []),
        new Part([], []));
}
