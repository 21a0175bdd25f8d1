using System;
using NoiseRegGen;
using NoiseRegGen.Training;
using QuickStart;

(float[] x, float[] y) = Measurements.Make(count: 256);
var network = new Friction(seed: 1);
var workspace = new Friction.Workspace();
var optimizer = new Adam<float>(Friction.ParameterCount, learningRate: 3e-3);
var gradient = new float[Friction.ParameterCount];
for (int step = 0; step <= 200; step++)
{
    var noise = new WeightNoise { Eta = 1e-4, Seed = 1, Step = step };
    float loss = network.NoisyGradient(x, y, gradient, noise, workspace);
    optimizer.Step(network.Parameters, gradient);
    if (step % 50 == 0)
        Console.WriteLine($"step {step,3}: loss {loss:F3}");
}
