using System;
using System.Collections.Generic;
using System.Linq;

namespace CompareRegularizers.Data;

/// <summary>All generated data, by name.</summary>
internal static class DataRegistry
{
    private const int ValidationCount = 200;
    private const int TestCount = 5000;

    /// <summary>The kinds, in the order of the help.</summary>
    internal static IReadOnlyList<GeneratedData> All { get; } =
    [
        new(
            "friedman1",
            "Friedman's function #1, ten inputs of which five matter",
            [32, 32],
            200,
            static (train, noise) => new Friedman1(train, ValidationCount, TestCount, noise ?? Friedman1.UsualNoise)),
        new(
            "friedman2",
            "Friedman's function #2, the impedance of a circuit",
            [32, 32],
            200,
            static (train, noise) => new Friedman2(train, ValidationCount, TestCount, noise ?? Friedman2.UsualNoise)),
        new(
            "friedman3",
            "Friedman's function #3, the phase shift of a circuit",
            [32, 32],
            200,
            static (train, noise) => new Friedman3(train, ValidationCount, TestCount, noise ?? Friedman3.UsualNoise)),
        new(
            "sine",
            "a noisy sine of one input, to look at",
            [32, 32],
            32,
            static (train, noise) => new NoisySine(train, ValidationCount, TestCount, noise ?? NoisySine.UsualNoise)),
        new(
            "teacher",
            "a random network teaches a wider one, which can become it",
            [64, 64],
            200,
            static (train, noise) => new TeacherStudent(train, ValidationCount, TestCount, noise ?? TeacherStudent.UsualNoise)),
        new(
            "linear",
            "the negative control: a linear target and network, on which no regulariser of the two has an effect",
            [],
            200,
            static (train, noise) => new LinearFunction(train, ValidationCount, TestCount, noise ?? LinearFunction.UsualNoise)),
    ];

    /// <summary>The names, as they are listed in messages.</summary>
    internal static string Keys { get; } = string.Join(", ", All.Select(data => data.Key));

    /// <summary>The kind of that name, whatever the case, or null.</summary>
    internal static GeneratedData? Find(string key) =>
        All.FirstOrDefault(data => data.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
}
