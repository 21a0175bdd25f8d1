namespace CompareRegularizers.Experiments;

/// <summary>How a network is regularised. Everything else is the same for all arms of a repeat.</summary>
internal enum Arm
{
    /// <summary>Not at all: <c>J</c>.</summary>
    None,

    /// <summary>Fresh Gaussian noise of variance eta on every weight and bias for every example, by local reparameterisation.</summary>
    WeightNoise,

    /// <summary><c>J + eta mean ||grad_W yhat||^2</c>.</summary>
    GradientPenalty,
}
