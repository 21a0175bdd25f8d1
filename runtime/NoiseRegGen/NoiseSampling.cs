namespace NoiseRegGen;

/// <summary>How the weight noise <c>eps ~ N(0, eta I)</c> of one call is drawn.</summary>
public enum NoiseSampling
{
    /// <summary>
    /// Fresh noise for every example, sampled where it acts, in the pre-activations: <c>z_l + sqrt(eta (||h_{l-1}||^2 + 1)) xi_l</c>,
    /// <c>xi_l ~ N(0, I)</c>. The same distribution as <see cref="PerExample"/>, at about the cost of a noiseless pass, and its
    /// gradient never has the larger variance (Kingma, Salimans and Welling 2015).
    /// </summary>
    LocalReparameterization,

    /// <summary>Fresh noise on every single weight for every example. The definition itself, and slow.</summary>
    PerExample,

    /// <summary>One draw of the weights for the whole call. The same mean; the gradient's variance does not fall with the batch.</summary>
    PerBatch,

    /// <summary>
    /// <see cref="LocalReparameterization"/> on layer <c>Step mod LayerCount</c> (counted from 0) alone, with <c>LayerCount</c> times the variance: over a
    /// cycle of steps the same penalty and Laplacian to first order, without the products of several layers' noise, whose variance
    /// grows with the width (Orvieto, Raj, Kersting and Bach 2023).
    /// </summary>
    LayerWise,
}
