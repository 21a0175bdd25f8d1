using System;
using System.Collections.Generic;
using System.Numerics;
using Precisions = (
    System.Func<System.Numerics.Vector<float>, System.Numerics.Vector<float>> Single,
    System.Func<System.Numerics.Vector<double>, System.Numerics.Vector<double>> Double);

namespace NoiseRegGen.Runtime.Tests.Numerics;

/// <summary>Every result that the vector and activation functions can give, as functions of one vector.</summary>
internal static class FunctionCatalogue
{
    internal static readonly IReadOnlyDictionary<string, Precisions> All = Build();

    private static Dictionary<string, Precisions> Build()
    {
        Dictionary<string, Precisions> all = [];
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
