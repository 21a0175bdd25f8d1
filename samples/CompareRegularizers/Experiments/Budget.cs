namespace CompareRegularizers.Experiments;

/// <summary>What all arms get the same amount of.</summary>
internal enum Budget
{
    /// <summary>Steps of the optimiser.</summary>
    Steps,

    /// <summary>
    /// Multiplications: an arm whose step costs c times a plain one takes 1/c of the epochs. Counted and not timed, so that the
    /// result does not depend on the machine.
    /// </summary>
    Compute,
}
