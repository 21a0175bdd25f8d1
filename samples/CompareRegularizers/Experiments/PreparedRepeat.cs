using System.Numerics;

namespace CompareRegularizers.Experiments;

/// <summary>One repeat's data as a network takes them; shared by all threads, written by none.</summary>
/// <param name="Data">The standardised data.</param>
/// <param name="Train">The training part.</param>
/// <param name="Validation">The validation part.</param>
/// <param name="Test">The test part.</param>
internal sealed record PreparedRepeat<T>(RepeatData Data, NetworkData<T> Train, NetworkData<T> Validation, NetworkData<T> Test)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Converts the data of a repeat.</summary>
    internal static PreparedRepeat<T> Of(RepeatData data) =>
        new(data, NetworkData<T>.Of(data.Train), NetworkData<T>.Of(data.Validation), NetworkData<T>.Of(data.Test));
}
