namespace NoiseRegGen.PeerBenchmarks.Jobs;

/// <summary>What is timed.</summary>
internal enum JobKind
{
    /// <summary>The outputs of a batch.</summary>
    Forward,

    /// <summary>The outputs of a batch, by a network whose parameters were packed beforehand, as inference runtimes pack theirs.</summary>
    Frozen,

    /// <summary>The loss and its gradient.</summary>
    Plain,

    /// <summary>The loss and its gradient under weight noise, by local reparameterisation.</summary>
    LocalNoise,

    /// <summary>The same with one draw of the weights per batch.</summary>
    PerBatchNoise,

    /// <summary>The same with fresh weights for every example.</summary>
    PerExampleNoise,

    /// <summary>The loss with the gradient-norm penalty, and its gradient.</summary>
    Penalized,

    /// <summary>The same with the penalty of one random projection of the outputs.</summary>
    Projected,

    /// <summary>The corrected penalty and its gradient.</summary>
    Corrected,

    /// <summary>The loss and its gradient under weight noise on one layer.</summary>
    LayerWiseNoise,

    /// <summary>The squared gradient norm of each example.</summary>
    GradientNorms,

    /// <summary>Loss, penalty and residual Laplacian.</summary>
    Expansion,

    /// <summary>One step of Adam.</summary>
    Adam,
}
