namespace CompareRegularizers.Literature;

/// <summary>A published test error.</summary>
/// <param name="Method">Whose.</param>
/// <param name="Rmse">The mean over 20 splits of the root mean squared error, in the target's units.</param>
/// <param name="StandardError">Its standard error over the splits.</param>
internal sealed record PublishedError(string Method, double Rmse, double StandardError);
