using Xunit;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>A network with one very wide layer.</summary>
public partial class LimitTests
{
    [Mlp(2, 4, 8192, 3, 1)]
    private sealed partial class Wide;

    [Fact]
    public void The_Laplacian_of_a_network_with_a_wide_layer_below_a_curved_one_needs_no_large_matrix()
    {
        var network = new Wide(1);
        var workspace = new Wide.Workspace();
        float[] x = [0.5f, -0.5f], laplacians = [float.NaN];

        network.Laplacians(x, laplacians, workspace);

        Assert.Equal(LaplacianMethod.Exact, Wide.LaplacianMethod);
        Assert.True(float.IsFinite(laplacians[0]));
    }

    [Fact]
    public void So_does_its_penalty()
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
