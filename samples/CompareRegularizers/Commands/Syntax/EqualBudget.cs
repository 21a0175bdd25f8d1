namespace CompareRegularizers.Commands.Syntax;

/// <summary>What the arms of a comparison get the same amount of.</summary>
internal enum EqualBudget
{
    /// <summary>Steps.</summary>
    Steps,

    /// <summary>Steps, and in a second set of runs computation.</summary>
    Both,
}
