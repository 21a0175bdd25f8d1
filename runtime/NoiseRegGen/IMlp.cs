using System;
using System.Numerics;

namespace NoiseRegGen;

/// <summary>
/// What every generated network can do, so that trainers, optimisers and savers are written once.
/// </summary>
/// <remarks>
/// Data are row-major, batch x features; any batch of at least one row. Every operation checks its arguments once: a wrong
/// length, an empty batch, another network's workspace, or an output that overlaps an input, another output or
/// <see cref="Parameters"/> is an <see cref="ArgumentException"/>. None allocates after a workspace's first use by that operation (for the noisy ones: with
/// that sampling).
/// One workspace serves one thread; the network itself may be shared while nobody writes its parameters.
/// </remarks>
/// <typeparam name="TSelf">The generated class.</typeparam>
/// <typeparam name="T">Its number type: <see cref="float"/> or <see cref="double"/>.</typeparam>
public interface IMlp<TSelf, T>
    where TSelf : class, IMlp<TSelf, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The number of inputs, then the number of units of each layer (L + 1 numbers).</summary>
    static abstract ReadOnlySpan<int> LayerSizes { get; }

    /// <summary>The activation of each layer (L of them).</summary>
    static abstract ReadOnlySpan<Activation> LayerActivations { get; }

    /// <summary>
    /// The SHA-256 of the parameters that the file was saved with which defines the network, in lower-case hexadecimal digits; null where no file does.
    /// </summary>
    /// <remarks>It is taken of the bytes of <see cref="Parameters"/>, each number little-endian. Whoever loads parameters can check them with it.</remarks>
    static virtual string? ParametersSha256 => null;

    /// <summary>How <see cref="Laplacians(ReadOnlySpan{T}, Span{T}, MlpWorkspace{T})"/> are found: exactly, or estimated by random signs.</summary>
    static abstract LaplacianMethod LaplacianMethod { get; }

    /// <summary>A network initialised at random: Glorot or He by the layer's activation, biases zero.</summary>
    /// <param name="seed">The seed; the same one gives the same parameters.</param>
    static abstract TSelf Create(ulong seed);

    /// <summary>A network with a copy of the given parameters.</summary>
    /// <param name="parameters">W1 (out x in, row-major), b1, W2, b2, ...</param>
    static abstract TSelf Create(ReadOnlySpan<T> parameters);

    /// <summary>A new workspace: the scratch memory of one thread, of a size independent of the batch.</summary>
    static abstract MlpWorkspace<T> CreateWorkspace();

    /// <summary>A live view of the flat parameter vector: W1 (out x in, row-major), b1, W2, b2, ...</summary>
    Span<T> Parameters { get; }

    /// <summary>A live view of one layer's weights, out x in, row-major.</summary>
    /// <param name="layer">The layer, counted from 0.</param>
    Span<T> Weights(int layer);

    /// <summary>A live view of one layer's biases.</summary>
    /// <param name="layer">The layer, counted from 0.</param>
    Span<T> Biases(int layer);

    /// <summary>The outputs <c>yhat(x)</c> of a batch.</summary>
    /// <param name="x">batch x inputs.</param>
    /// <param name="y">batch x outputs; overwritten.</param>
    void Forward(ReadOnlySpan<T> x, Span<T> y);

    /// <inheritdoc cref="Forward(ReadOnlySpan{T}, Span{T})"/>
    /// <param name="x">batch x inputs.</param>
    /// <param name="y">batch x outputs; overwritten.</param>
    /// <param name="workspace">This thread's scratch memory.</param>
    void Forward(ReadOnlySpan<T> x, Span<T> y, MlpWorkspace<T> workspace);

    /// <summary><c>J</c>: the mean over examples of the sum over outputs of <c>(yhat - y)^2</c>.</summary>
    /// <param name="x">batch x inputs.</param>
    /// <param name="target">batch x outputs.</param>
    /// <param name="workspace">This thread's scratch memory.</param>
    T Loss(ReadOnlySpan<T> x, ReadOnlySpan<T> target, MlpWorkspace<T> workspace);

    /// <summary><c>J</c> and its gradient.</summary>
    /// <param name="x">batch x inputs.</param>
    /// <param name="target">batch x outputs.</param>
    /// <param name="gradient">dJ/dW in the order of <see cref="Parameters"/>; overwritten.</param>
    /// <param name="workspace">This thread's scratch memory.</param>
    /// <returns><c>J</c>.</returns>
    T Gradient(ReadOnlySpan<T> x, ReadOnlySpan<T> target, Span<T> gradient, MlpWorkspace<T> workspace);

    /// <summary>The vector-Jacobian product to the parameters, <c>sum over rows of (d yhat / d W)^T v</c>: the gradient of any loss.</summary>
    /// <param name="x">batch x inputs.</param>
    /// <param name="outputGradient"><c>v</c>, batch x outputs: the loss's derivative with respect to each output.</param>
    /// <param name="gradient">In the order of <see cref="Parameters"/>; overwritten.</param>
    /// <param name="workspace">This thread's scratch memory.</param>
    void ParameterGradient(ReadOnlySpan<T> x, ReadOnlySpan<T> outputGradient, Span<T> gradient, MlpWorkspace<T> workspace);

    /// <summary>The vector-Jacobian product to the input, <c>(d yhat / d x)^T v</c> of each row.</summary>
    /// <param name="x">batch x inputs.</param>
    /// <param name="outputGradient"><c>v</c>, batch x outputs.</param>
    /// <param name="inputGradient">batch x inputs; overwritten.</param>
    /// <param name="workspace">This thread's scratch memory.</param>
    void InputGradient(ReadOnlySpan<T> x, ReadOnlySpan<T> outputGradient, Span<T> inputGradient, MlpWorkspace<T> workspace);

    /// <summary>The outputs with noise on the weights; with <see cref="WeightNoise.Antithetic"/> the mean over both signs.</summary>
    /// <param name="x">batch x inputs.</param>
    /// <param name="y">batch x outputs; overwritten.</param>
    /// <param name="noise">The noise of this call.</param>
    /// <param name="workspace">This thread's scratch memory.</param>
    /// <exception cref="ArgumentOutOfRangeException">Eta is negative, NaN or infinite, an index lies outside [0, 2^32), or the sampling is undefined.</exception>
    void NoisyForward(ReadOnlySpan<T> x, Span<T> y, in WeightNoise noise, MlpWorkspace<T> workspace);

    /// <summary>
    /// The mean over examples of the perturbed squared error, and its gradient with respect to the unperturbed parameters with the
    /// noise held fixed; with <see cref="WeightNoise.Antithetic"/> the mean over both signs of both.
    /// </summary>
    /// <param name="x">batch x inputs.</param>
    /// <param name="target">batch x outputs.</param>
    /// <param name="gradient">In the order of <see cref="Parameters"/>; overwritten.</param>
    /// <param name="noise">The noise of this call.</param>
    /// <param name="workspace">This thread's scratch memory.</param>
    /// <exception cref="ArgumentOutOfRangeException">Eta is negative, NaN or infinite, an index lies outside [0, 2^32), or the sampling is undefined.</exception>
    T NoisyGradient(ReadOnlySpan<T> x, ReadOnlySpan<T> target, Span<T> gradient, in WeightNoise noise, MlpWorkspace<T> workspace);

    /// <summary><c>P = sum_k ||grad_W yhat_k||^2</c> of each example; no per-example gradient is ever formed.</summary>
    /// <param name="x">batch x inputs.</param>
    /// <param name="norms">batch; overwritten.</param>
    /// <param name="workspace">This thread's scratch memory.</param>
    void SquaredGradientNorms(ReadOnlySpan<T> x, Span<T> norms, MlpWorkspace<T> workspace);

    /// <summary>
    /// <c>T_k</c>, the trace of the Hessian of <c>yhat_k</c> with respect to all parameters, of each example and output: exact, or with
    /// <see cref="LaplacianMethod.Probe"/> the unbiased estimates of seed 0, step 0.
    /// </summary>
    /// <param name="x">batch x inputs.</param>
    /// <param name="laplacians">batch x outputs; overwritten.</param>
    /// <param name="workspace">This thread's scratch memory.</param>
    void Laplacians(ReadOnlySpan<T> x, Span<T> laplacians, MlpWorkspace<T> workspace);

    /// <inheritdoc cref="Laplacians(ReadOnlySpan{T}, Span{T}, MlpWorkspace{T})"/>
    /// <param name="x">batch x inputs.</param>
    /// <param name="laplacians">batch x outputs; overwritten.</param>
    /// <param name="probe">The random signs of an estimate; an exact network does not use it.</param>
    /// <param name="workspace">This thread's scratch memory.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index of the probe lies outside [0, 2^32).</exception>
    void Laplacians(ReadOnlySpan<T> x, Span<T> laplacians, in RandomProbe probe, MlpWorkspace<T> workspace);

    /// <summary>The penalised objective <c>J + eta mean P</c> and its exact gradient: four sweeps, the loss shares the last.</summary>
    /// <remarks>At a kink (ReLU and its kin) sigma'' is taken as 0; averaged over inputs, noise feels the kinks in the same order of eta.</remarks>
    /// <param name="x">batch x inputs.</param>
    /// <param name="target">batch x outputs.</param>
    /// <param name="gradient">In the order of <see cref="Parameters"/>; overwritten.</param>
    /// <param name="eta">The weight of the penalty: finite, at least 0.</param>
    /// <param name="workspace">This thread's scratch memory.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="eta"/> is negative, NaN or infinite.</exception>
    PenalizedLoss<T> PenalizedGradient(ReadOnlySpan<T> x, ReadOnlySpan<T> target, Span<T> gradient, double eta, MlpWorkspace<T> workspace);

    /// <summary>
    /// The penalised objective with an unbiased estimate of <c>P</c>: one random projection <c>u . yhat</c>, u of independent signs, in place of
    /// every output in turn. Its gradient is unbiased too; with <c>M = Jac Jac^T</c> the variance of the estimate is
    /// <c>2 (||M||_F^2 - sum_k M_kk^2)</c>. The cost does not grow with the number of outputs; with one output it is exact.
    /// </summary>
    /// <param name="x">batch x inputs.</param>
    /// <param name="target">batch x outputs.</param>
    /// <param name="gradient">In the order of <see cref="Parameters"/>; overwritten.</param>
    /// <param name="eta">The weight of the penalty: finite, at least 0.</param>
    /// <param name="projection">The signs of this call.</param>
    /// <param name="workspace">This thread's scratch memory.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="eta"/> is negative, NaN or infinite, or an index lies outside [0, 2^32).</exception>
    PenalizedLoss<T> PenalizedGradient(ReadOnlySpan<T> x, ReadOnlySpan<T> target, Span<T> gradient, double eta, in RandomProbe projection, MlpWorkspace<T> workspace);

    /// <summary>
    /// The corrected penalty <c>mean [ sum_k (yhat_k + (eta/2) T_k - y_k)^2 + eta P ]</c> and its gradient: the noisy loss up to O(eta^2) at any
    /// residual. Exact where the Laplacian is; with <see cref="LaplacianMethod.Probe"/> the exact gradient of the objective with the
    /// estimate of seed 0, step 0 in place of T, whose mean is greater by <c>(eta^2/4) sum_k Var T_k</c>.
    /// </summary>
    /// <param name="x">batch x inputs.</param>
    /// <param name="target">batch x outputs.</param>
    /// <param name="gradient">In the order of <see cref="Parameters"/>; overwritten.</param>
    /// <param name="eta">The variance of the noise that the penalty stands for: finite, at least 0.</param>
    /// <param name="workspace">This thread's scratch memory.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="eta"/> is negative, NaN or infinite.</exception>
    CorrectedLoss<T> CorrectedGradient(ReadOnlySpan<T> x, ReadOnlySpan<T> target, Span<T> gradient, double eta, MlpWorkspace<T> workspace);

    /// <inheritdoc cref="CorrectedGradient(ReadOnlySpan{T}, ReadOnlySpan{T}, Span{T}, double, MlpWorkspace{T})"/>
    /// <param name="x">batch x inputs.</param>
    /// <param name="target">batch x outputs.</param>
    /// <param name="gradient">In the order of <see cref="Parameters"/>; overwritten.</param>
    /// <param name="eta">The variance of the noise that the penalty stands for: finite, at least 0.</param>
    /// <param name="probe">The random signs of an estimate; an exact network does not use it.</param>
    /// <param name="workspace">This thread's scratch memory.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="eta"/> is negative, NaN or infinite, or an index of the probe lies outside [0, 2^32).</exception>
    CorrectedLoss<T> CorrectedGradient(ReadOnlySpan<T> x, ReadOnlySpan<T> target, Span<T> gradient, double eta, in RandomProbe probe, MlpWorkspace<T> workspace);

    /// <summary>The first-order expansion of the noisy loss in the variance of the weight noise.</summary>
    /// <remarks>At a kink (ReLU and its kin) sigma'' is taken as 0; averaged over inputs, noise feels the kinks in the same order of eta.</remarks>
    /// <param name="x">batch x inputs.</param>
    /// <param name="target">batch x outputs.</param>
    /// <param name="workspace">This thread's scratch memory.</param>
    NoiseExpansion<T> ExpandNoise(ReadOnlySpan<T> x, ReadOnlySpan<T> target, MlpWorkspace<T> workspace);

    /// <inheritdoc cref="ExpandNoise(ReadOnlySpan{T}, ReadOnlySpan{T}, MlpWorkspace{T})"/>
    /// <param name="x">batch x inputs.</param>
    /// <param name="target">batch x outputs.</param>
    /// <param name="probe">The random signs of an estimate; an exact network does not use it.</param>
    /// <param name="workspace">This thread's scratch memory.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index of the probe lies outside [0, 2^32).</exception>
    NoiseExpansion<T> ExpandNoise(ReadOnlySpan<T> x, ReadOnlySpan<T> target, in RandomProbe probe, MlpWorkspace<T> workspace);
}
