namespace CompareRegularizers.Reporting.Plots;

/// <summary>What one sees on the pictures, for the report.</summary>
internal static class Captions
{
    /// <summary>Of the test error.</summary>
    internal const string TestError =
        "The error of each arm on the test part. Where a curve lies below the black line, the regulariser helps.";

    /// <summary>Of the paired difference.</summary>
    internal const string PairedDifference =
        "The same, less the error without a regulariser in the same repeat: what the repeats have in common is gone. An interval that "
        + "does not reach 0 is more than chance, as long as one does not pick it out of many.";

    /// <summary>Of the cost.</summary>
    internal const string Cost =
        "What the tuned arms cost and what they are worth. The cost is counted in multiplications, so that it does not depend on the machine.";

    /// <summary>Of the robustness.</summary>
    internal const string Robustness =
        "The error under noise on the weights of the trained network: what training with noise aims at, whether or not it improves the "
        + "error without noise.";

    /// <summary>Of the distance.</summary>
    internal const string Distance =
        "How far apart the functions are that two arms learn at the same eta. Where an arm equals weight noise to first order, the curve "
        + "falls with eta until the optimiser's own noise is reached.";

    /// <summary>Of the noise gap.</summary>
    internal const string Gap = "What noise adds to the squared error of one network, measured, against what is predicted.";

    /// <summary>Of the ratio.</summary>
    internal const string Ratio = "The same in units of eta P: 1 is where the penalty says it all.";

    /// <summary>Of the fitted curves.</summary>
    internal const string Fit =
        "The fitted curves of the first repeat; the bands are one standard deviation of the output under weight noise of the same eta.";
}
