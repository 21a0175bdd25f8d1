namespace CompareRegularizers.Equivalence;

/// <summary>When in a network's life the noise gap is measured.</summary>
internal enum NetworkState
{
    /// <summary>Before the first step, where residuals are large.</summary>
    Initial,

    /// <summary>At that moment of the training, of those looked at, at which <c>|r T| / P</c> is largest.</summary>
    Extreme,

    /// <summary>After training without a regulariser, where they are small.</summary>
    Trained,
}
