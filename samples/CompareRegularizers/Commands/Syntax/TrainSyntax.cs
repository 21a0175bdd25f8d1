using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CompareRegularizers.Experiments;

namespace CompareRegularizers.Commands.Syntax;

/// <summary>The command line of <c>train</c>.</summary>
internal sealed class TrainSyntax
{
    private static readonly string ArmKeys = string.Join(", ", Arm.All.Select(arm => arm.Key));

    private readonly DataSyntax _data;
    private readonly NetworkSyntax _network;

    private readonly Option<Arm> _regularizer = new("--regularizer")
    {
        HelpName = "name",
        Description = $"The regulariser: {ArmKeys} (none).",
        CustomParser = result => Arm.Find(result.Tokens[0].Value)
            ?? OptionValues.Reject<Arm>(result, $"one of {ArmKeys}", result.Tokens[0].Value)!,
        DefaultValueFactory = _ => Arm.None,
    };

    private readonly Option<double?> _eta = new("--eta")
    {
        HelpName = "number",
        Description = "The regulariser's strength; compare finds one.",
        CustomParser = OptionValues.Number<double>("a number above 0", eta => double.IsFinite(eta) && eta > 0),
    };

    private readonly Option<int?> _epochs = CommonOptions.Epochs();
    private readonly Option<int?> _batch = CommonOptions.Batch();
    private readonly Option<double?> _learningRate = CommonOptions.LearningRate();
    private readonly Option<ulong?> _seed = CommonOptions.Seed();
    private readonly Option<int?> _threads = CommonOptions.Threads("parts of a batch");
    private readonly Option<string> _out = CommonOptions.OutFolder("model", "The folder for the model.");

    private readonly Option<bool> _allRows = new("--all-rows")
    {
        Description = "Train on all rows and hold none out: for the last training, once the settings are chosen.",
    };

    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace the model that is in --out." };

    private readonly Option<string> _project = new("--project")
    {
        HelpName = "folder",
        Description = "Write the network out as a C# project too, into a new folder; its name becomes the class's.",
    };

    private readonly Option<bool> _quiet = CommonOptions.Quiet();
    private readonly Option<bool> _json = CommonOptions.Json();

    private TrainSyntax(Command command, TextWriter output, TextWriter error)
    {
        _data = new DataSyntax(command);
        _network = new NetworkSyntax(command);
        Option[] options =
            [_regularizer, _eta, _epochs, _batch, _learningRate, _seed, _threads, _allRows, _out, _overwrite, _project, _quiet, _json];
        foreach (Option option in options)
            command.Add(option);
        command.Validators.Add(CheckTogether);
        command.SetAction((parsed, cancellation) => Task.Run(() => new TrainingRun(Read(parsed), output, error).Run(cancellation), cancellation));
    }

    /// <summary>Declares the command.</summary>
    internal static Command Create(TextWriter output, TextWriter error)
    {
        var command = new Command("train", "Trains one network with one regulariser and saves it, for predict or for a program of your own.");
        _ = new TrainSyntax(command, output, error);
        return command;
    }

    private void CheckTogether(CommandResult result)
    {
        OptionResult? chosen = result.GetResult(_regularizer);
        Arm? arm = chosen is { Tokens: [{ Value: { } key }, ..] } ? Arm.Find(key) : Arm.None;
        // A name that is none is reported where it is read.
        if (arm is null)
            return;
        bool none = arm == Arm.None, eta = result.GetResult(_eta) is not null;
        if (none && eta)
            result.AddError("--eta is the strength of a --regularizer, which is missing.");
        if (!none && !eta)
            result.AddError("--regularizer needs --eta, its strength.");
    }

    private TrainOptions Read(ParseResult parsed) => new()
    {
        Data = _data.Read(parsed),
        Network = _network.Read(parsed),
        Arm = parsed.GetRequiredValue(_regularizer),
        Eta = parsed.GetValue(_eta) ?? 0,
        Epochs = parsed.GetValue(_epochs),
        Batch = parsed.GetValue(_batch),
        LearningRate = parsed.GetValue(_learningRate),
        Seed = parsed.GetValue(_seed),
        Threads = parsed.GetValue(_threads),
        AllRows = parsed.GetValue(_allRows),
        Out = parsed.GetRequiredValue(_out),
        Overwrite = parsed.GetValue(_overwrite),
        Project = parsed.GetValue(_project),
        Quiet = parsed.GetValue(_quiet),
        Json = parsed.GetValue(_json),
    };
}
