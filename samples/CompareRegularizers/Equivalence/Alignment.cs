namespace CompareRegularizers.Equivalence;

/// <summary>How the gradient of a penalty compares with what weight noise adds to the gradient of the loss.</summary>
/// <param name="Cosine">The cosine between both; what Monte Carlo adds to the noise gradient's length is taken out.</param>
/// <param name="StandardError">Its standard error, by the jackknife over blocks of pairs.</param>
/// <param name="Unexplained">
/// <c>||n - g||^2 / ||n||^2</c> of the noise's gradient n and the penalty's g, without what Monte Carlo adds: 0 where the penalty is
/// the noise, 1 where it is no better than nothing.
/// </param>
internal readonly record struct Alignment(double Cosine, double StandardError, double Unexplained)
{
    /// <summary>What stands where nothing could be compared.</summary>
    internal static Alignment None { get; } = new(double.NaN, double.NaN, double.NaN);
}
