namespace NoiseRegGen.Benchmarks.Loops;

/// <summary>The child process: calls what is to be looked at, so that the JIT compiles it.</summary>
internal static class LoopsProbe
{
    private const int Batch = 32;

    internal static void Run()
    {
        Call<SmallNetwork>();
        Call<WideNetwork>();
    }

    private static void Call<TNet>()
        where TNet : class, IMlp<TNet, float>
    {
        TNet network = TNet.Create(1);
        MlpWorkspace<float> workspace = TNet.CreateWorkspace();
        int inputs = TNet.LayerSizes[0], outputs = TNet.LayerSizes[^1];
        float[] gradient = new float[network.Parameters.Length];
        foreach (int batch in new[] { 1, Batch })
        {
            float[] x = new float[batch * inputs], y = new float[batch * outputs];
            network.Forward(x, y, workspace);
            network.Gradient(x, y, gradient, workspace);
        }
    }
}
