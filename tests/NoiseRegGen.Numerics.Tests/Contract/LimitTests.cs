using System;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>What a network is too large for is refused in words, before anything is written.</summary>
public partial class LimitTests
{
    // The third layer is curved, so its Laplacian needs the second layer's Gram matrix: 8192 x 8192 numbers for each example.
    [Mlp(2, 4, 8192, 3, 1)]
    private sealed partial class Wide;

    [Fact]
    public void A_Laplacian_whose_matrices_fit_no_array_is_refused()
    {
        var network = new Wide(1);
        var workspace = new Wide.Workspace();
        float[] x = [0.5f, -0.5f], target = [1f], laplacians = [42f];

        var refusal = Assert.Throws<NotSupportedException>(() => network.Laplacians(x, laplacians, workspace));
        Assert.Contains("67108864", refusal.Message);
        Assert.Equal(42f, laplacians[0]);
        Assert.Throws<NotSupportedException>(() => network.ExpandNoise(x, target, workspace));
    }

    [Fact]
    public void All_else_works_for_such_a_network()
    {
        var network = new Wide(1);
        var workspace = new Wide.Workspace();
        float[] x = [0.5f, -0.5f], target = [1f], gradient = new float[Wide.ParameterCount];

        PenalizedLoss<float> loss = network.PenalizedGradient(x, target, gradient, 0.1, workspace);

        // A linear output adds at least its own bias to the gradient of yhat.
        Assert.True(loss.Penalty >= 1);
        Assert.Contains(gradient, entry => entry != 0);
    }
}
