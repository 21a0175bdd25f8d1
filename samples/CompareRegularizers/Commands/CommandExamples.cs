using System.Collections.Generic;

namespace CompareRegularizers.Commands;

/// <summary>What the help shows to be copied. A test runs their parsing.</summary>
internal static class CommandExamples
{
    private static readonly (string Command, string Does)[] Compare =
    [
        ("CompareRegularizers", "Friedman's function #1: no regulariser, weight noise and both penalties, in less than a minute"),
        ("CompareRegularizers compare --data houses.csv --target price --hidden 64,64", "A table of your own"),
        ("CompareRegularizers compare --arms all --equal both --out everything", "All arms, at equal steps and at equal computation"),
        ("CompareRegularizers compare --eta 1e-4,1e-3 --repeats 5 --json --quiet > summary.json", "For a script"),
    ];

    private static readonly (string Command, string Does)[] Others =
    [
        (
            "CompareRegularizers train --data houses.csv --target price --regularizer weight-noise --eta 1e-3 --out model",
            "Train one network and keep it"),
        ("CompareRegularizers predict --model model --data new-houses.csv --out predictions.csv", "Use it"),
    ];

    /// <summary>The examples of a command; those of the program itself show each command once.</summary>
    internal static IReadOnlyList<(string Command, string Does)> Of(string name) => name switch
    {
        "compare" => Compare,
        "train" =>
        [
            Others[0],
            ("CompareRegularizers train --data houses.csv --target price --project Houses", "Write it out as a C# project that is yours"),
        ],
        "predict" => [Others[1]],
        "report" => [("CompareRegularizers report comparison", "Draw the tables and plots of a finished comparison again")],
        "equivalence" =>
        [
            ("CompareRegularizers equivalence", "See whether noise and penalty do the same here"),
            ("CompareRegularizers equivalence --data houses.csv --target price --hidden 64,64", "With a table and a network of your own"),
            ("CompareRegularizers equivalence --each-activation relu,gelu --out kinks", "What kinks do to the equivalence"),
            ("CompareRegularizers equivalence --activation gelu --each-width 8,32,128 --out widths", "How small eta has to be"),
        ],
        "literature" =>
        [
            ("CompareRegularizers literature", "Three small tables in the splits of the literature, beside its errors"),
            ("CompareRegularizers literature --splits 5", "A quarter of the splits, in a quarter of the time"),
        ],
        _ => [Compare[0], Compare[1], .. Others],
    };
}
