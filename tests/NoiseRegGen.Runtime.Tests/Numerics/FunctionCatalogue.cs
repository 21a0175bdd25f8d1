using System;
using System.Collections.Generic;
using System.Numerics;
using NoiseRegGen.Numerics;

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>Every result that the vector and activation functions can give, as functions of one vector.</summary>
internal static class FunctionCatalogue
{
    internal static readonly IReadOnlyDictionary<string, (Func<Vector<float>, Vector<float>> Single, Func<Vector<double>, Vector<double>> Double)> All = Build();

    private static Dictionary<string, (Func<Vector<float>, Vector<float>> Single, Func<Vector<double>, Vector<double>> Double)> Build()
    {
        Dictionary<string, (Func<Vector<float>, Vector<float>> Single, Func<Vector<double>, Vector<double>> Double)> all = [];
        foreach (AccuracyCase accuracy in AccuracyTable.Cases)
            all[accuracy.Name.Split([' ', ','])[0]] = (accuracy.Single, accuracy.Double);
        foreach (ActivationCase activation in ActivationTable.Cases)
        {
            for (int order = 0; order <= 3; order++)
            {
                int k = order;
                all[activation.Name + new string('\'', k) + " activation"] = (z => activation.Single(z, k), z => activation.Double(z, k));
            }
        }

        return all;
    }
}
