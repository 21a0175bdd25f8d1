using System;
using System.Numerics;
using System.Reflection;
using NoiseRegGen.Numerics.Tests.Networks;
using NoiseRegGen.Numerics.Tests.Reference;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Contract;

/// <summary>What a network says of itself, its parameter views and its construction.</summary>
public class ShapeTests
{
    public static TheoryData<string> Networks => TestNetworks.Names;

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_network_has_the_shape_of_its_attribute(string name) => TestNetworks.Get(name).Accept(new Shape());

    [Theory]
    [MemberData(nameof(Networks))]
    public void Views_are_live_parts_of_the_parameters(string name) => TestNetworks.Get(name).Accept(new Views());

    [Theory]
    [MemberData(nameof(Networks))]
    public void Construction_is_repeatable_and_copies(string name) => TestNetworks.Get(name).Accept(new Construction());

    private sealed class Shape : INetworkTest
    {
        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            Assert.Equal(shape.Sizes, TSelf.LayerSizes.ToArray());
            Assert.Equal(shape.Activations, TSelf.LayerActivations.ToArray());
            Assert.Equal(shape.InputSize, Constant<TSelf>("InputSize"));
            Assert.Equal(shape.OutputSize, Constant<TSelf>("OutputSize"));
            Assert.Equal(shape.LayerCount, Constant<TSelf>("LayerCount"));
            Assert.Equal(shape.ParameterCount, Constant<TSelf>("ParameterCount"));
            Assert.Equal(shape.ParameterCount, TSelf.Create(1).Parameters.Length);
        }

        private static object? Constant<TSelf>(string name)
        {
            FieldInfo? field = typeof(TSelf).GetField(name, BindingFlags.Public | BindingFlags.Static);
            Assert.True(field is { IsLiteral: true }, $"const int {name} expected.");
            return field.GetRawConstantValue();
        }
    }

    private sealed class Views : INetworkTest
    {
        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            TSelf network = TSelf.Create(1);
            for (int l = 1; l <= shape.LayerCount; l++)
            {
                Span<T> weights = network.Parameters.Slice(shape.WeightOffset(l), shape.Sizes[l] * shape.Sizes[l - 1]);
                Span<T> biases = network.Parameters.Slice(shape.BiasOffset(l), shape.Sizes[l]);
                Assert.True(network.Weights(l - 1) == weights, $"weights of layer {l}");
                Assert.True(network.Biases(l - 1) == biases, $"biases of layer {l}");
            }
        }
    }

    private sealed class Construction : INetworkTest
    {
        public void Run<TSelf, T>(NetworkShape shape)
            where TSelf : class, IMlp<TSelf, T>
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            TSelf network = TSelf.Create(5);
            Assert.Equal(network.Parameters.ToArray(), TSelf.Create(5).Parameters.ToArray());
            Assert.NotEqual(network.Parameters.ToArray(), TSelf.Create(6).Parameters.ToArray());
            Assert.NotEqual(network.Parameters.ToArray(), TSelf.Create(5 + (1UL << 32)).Parameters.ToArray());
            for (int layer = 0; layer < shape.LayerCount; layer++)
            {
                Assert.DoesNotContain(network.Biases(layer).ToArray(), bias => bias != T.Zero);
                CheckScale(network.Weights(layer), shape.Sizes[layer], shape.Sizes[layer + 1], shape.Activations[layer]);
            }

            T[] given = Array.ConvertAll(TestData.Parameters(shape, 121), T.CreateChecked), copy = (T[])given.Clone();
            TSelf constructed = TSelf.Create(given);
            Array.Clear(given);
            Assert.Equal(copy, constructed.Parameters.ToArray());
        }

        private static void CheckScale<T>(ReadOnlySpan<T> weights, int inputs, int outputs, Activation activation)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var statistics = new Statistics();
            foreach (T weight in weights)
                statistics.Add(double.CreateChecked(weight));
            if (weights.Length < 200)
                return;

            // Glorot: variance 2 / (inputs + outputs); He: 2 / inputs. The kurtosis of a normal distribution, the largest of
            // those in use, gives a variance estimate the relative standard error sqrt(2 / n).
            double glorot = 2.0 / (inputs + outputs), he = 2.0 / inputs, slack = 5 * Math.Sqrt(2.0 / weights.Length);
            Close.Within(5 * Math.Sqrt(he / weights.Length), 0, statistics.Mean, "mean weight");
            bool isGlorot = Math.Abs(statistics.Variance - glorot) <= slack * glorot, isHe = Math.Abs(statistics.Variance - he) <= slack * he;
            bool expected = activation switch
            {
                Activation.Identity or Activation.Tanh or Activation.Sigmoid or Activation.Softsign or Activation.Sin => isGlorot,
                Activation.Relu or Activation.LeakyRelu => isHe,
                _ => isGlorot || isHe,
            };
            Assert.True(expected, $"{activation}, {inputs} to {outputs}: variance {statistics.Variance:g4}; Glorot {glorot:g4}, He {he:g4}.");
        }
    }
}
