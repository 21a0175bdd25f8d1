using System;
using System.Numerics;

namespace NoiseRegGen.Training;

/// <summary>Errors of a network on a data set, summed in double in the order of the rows.</summary>
public static class Evaluation
{
    // Rows that the network sums in its own precision; a constant, so that the result depends on the data alone.
    private const int Block = 128;

    /// <summary><c>J</c>: the mean over examples of the squared error summed over outputs.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">rows x inputs, at least one row.</param>
    /// <param name="y">rows x outputs.</param>
    /// <param name="workspace">This thread's scratch memory.</param>
    /// <exception cref="ArgumentException">A length is wrong, there are no rows, or the workspace is another network's.</exception>
    public static double Loss<TNet, T>(TNet network, ReadOnlySpan<T> x, ReadOnlySpan<T> y, MlpWorkspace<T> workspace)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(workspace);
        int inputs = TNet.LayerSizes[0], outputs = TNet.LayerSizes[^1];
        int rows = Require.Rows(x.Length, y.Length, inputs, outputs, nameof(x), nameof(y));
        double sum = 0;
        for (int first = 0; first < rows; first += Block)
        {
            int count = Math.Min(Block, rows - first);
            T mean = network.Loss(x.Slice(first * inputs, count * inputs), y.Slice(first * outputs, count * outputs), workspace);
            sum += count * double.CreateChecked(mean);
        }
        return sum / rows;
    }

    /// <summary>The mean squared error, over examples and outputs: <c>J / outputs</c>.</summary>
    /// <inheritdoc cref="Loss{TNet, T}"/>
    public static double MeanSquaredError<TNet, T>(TNet network, ReadOnlySpan<T> x, ReadOnlySpan<T> y, MlpWorkspace<T> workspace)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        => Loss(network, x, y, workspace) / TNet.LayerSizes[^1];

    /// <summary>The square root of <see cref="MeanSquaredError{TNet, T}"/>, in the units of <paramref name="y"/>.</summary>
    /// <inheritdoc cref="Loss{TNet, T}"/>
    public static double RootMeanSquaredError<TNet, T>(TNet network, ReadOnlySpan<T> x, ReadOnlySpan<T> y, MlpWorkspace<T> workspace)
        where TNet : class, IMlp<TNet, T>
        where T : unmanaged, IFloatingPointIeee754<T>
        => Math.Sqrt(MeanSquaredError(network, x, y, workspace));
}
