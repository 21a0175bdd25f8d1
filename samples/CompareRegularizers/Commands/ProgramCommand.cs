using System.CommandLine;
using System.CommandLine.Help;
using System.IO;
using System.Linq;
using CompareRegularizers.Commands.Syntax;

namespace CompareRegularizers.Commands;

/// <summary>The program: without the name of a command it compares.</summary>
internal sealed class ProgramCommand : RootCommand
{
    /// <summary>Declares all commands.</summary>
    internal ProgramCommand(TextWriter output, TextWriter error)
        : base(
            "Compares two regularisers of a neural network: Gaussian noise on the weights, and the penalty "
            + "eta ||grad_W yhat||^2 that is said to be equivalent to it. Without a command: compare.")
    {
        _ = new CompareSyntax(this, output, error);
        var compare = new Command("compare", "Trains with every arm over a grid of eta and many repeats, and compares the errors. The default.");
        _ = new CompareSyntax(compare, output, error);
        Add(compare);
        Add(new EquivalenceCommand(output, error));
        Add(TrainSyntax.Create(output, error));
        Add(PredictSyntax.Create(output));
        Add(ReportSyntax.Create(output));
        Add(LiteratureSyntax.Create(output, error));
        foreach (HelpOption help in Options.OfType<HelpOption>())
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }
}
