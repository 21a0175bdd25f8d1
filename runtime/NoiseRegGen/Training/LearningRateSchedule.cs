namespace NoiseRegGen.Training;

/// <summary>
/// How the learning rate moves over a run, as a factor on the optimiser's own; <c>s</c> in [0, 1) is the part of the run's
/// presentations already made.
/// </summary>
public enum LearningRateSchedule
{
    /// <summary>1.</summary>
    Constant,

    /// <summary><c>1 - s</c>.</summary>
    Linear,

    /// <summary><c>(1 + cos(pi s)) / 2</c> (Loshchilov and Hutter, ICLR 2017, without restarts).</summary>
    Cosine,
}
