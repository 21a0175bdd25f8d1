using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace NoiseRegGen.Samples.Tests.Commands;

public sealed class TrainPredictTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TrainPredictTests() => File.WriteAllText(_folder.File("t.csv"), Table("a,b,y", 200, (a, b) => [a, b, Truth(a, b)]));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("single")]
    [InlineData("double")]
    public async Task A_model_predicts_another_table_whose_columns_stand_otherwise(string precision)
    {
        Program.Ended trained = await RunAsync($"train --data {PathOf("t.csv")} --target y --hidden none --precision {precision} --quiet --out {PathOf("m")}");
        Assert.Matches(@"RMSE in units of y: train \S+, validation \S+, test \S+\.", trained.Output);
        Assert.Equal(
            ["model.mlp.json", "model.safetensors", "training.csv"], Directory.GetFiles(PathOf("m")).Select(Path.GetFileName).Order());

        await File.WriteAllTextAsync(PathOf("new.csv"), Table("b;note;a", 30, (a, b) => [b, 7, a]).Replace(',', ';'), Cancellation);
        Program.Ended ended = await RunAsync($"predict --model {PathOf("m")} --data {PathOf("new.csv")} --out {PathOf("p.csv")}");
        Assert.StartsWith("30 predictions of y.", ended.Output, StringComparison.Ordinal);
        string[] lines = await File.ReadAllLinesAsync(PathOf("p.csv"), Cancellation);
        Assert.Equal("row,y", lines[0]);
        Assert.Equal(31, lines.Length);
        var random = new Random(5);
        for (int row = 1; row <= 30; row++)
        {
            double a = random.NextDouble(), b = random.NextDouble();
            string[] cells = lines[row].Split(',');
            Assert.Equal($"{row}", cells[0]);
            // A linear network of a linear function: 4000 steps of Adam come this close.
            Assert.Equal(Truth(a, b), double.Parse(cells[1], CultureInfo.InvariantCulture), 1e-3);
        }
    }

    [Fact]
    public async Task A_table_with_the_target_tells_the_error_and_the_standard_output_may_take_the_predictions()
    {
        await RunAsync($"train --data {PathOf("t.csv")} --target y --hidden none --quiet --all-rows --out {PathOf("m")}");
        Program.Ended json = await RunAsync($"predict --model {PathOf("m")} --data {PathOf("t.csv")} --out {PathOf("p.csv")} --json");
        using JsonDocument document = JsonDocument.Parse(json.Output);
        Assert.Equal(200, document.RootElement.GetProperty("rows").GetInt32());
        Assert.InRange(document.RootElement.GetProperty("rmse").GetDouble(), 0, 1e-3);
        Program.Ended text = await RunAsync($"predict --model {PathOf("m/model.safetensors")} --data {PathOf("t.csv")} --out -");
        Assert.Equal(await File.ReadAllTextAsync(PathOf("p.csv"), Cancellation), text.Output);
    }

    [Fact]
    public async Task The_model_is_the_same_for_any_number_of_threads()
    {
        string options = $"train --data {PathOf("t.csv")} --target y --hidden 7 --epochs 4 --batch 160 --regularizer weight-noise --eta 1e-3 --quiet";
        await RunAsync($"{options} --threads 1 --out {PathOf("one")}");
        await RunAsync($"{options} --threads 3 --out {PathOf("three")}");
        Assert.Equal(await File.ReadAllBytesAsync(PathOf("one/model.safetensors"), Cancellation), await File.ReadAllBytesAsync(PathOf("three/model.safetensors"), Cancellation));
    }

    [Fact]
    public async Task Every_regulariser_can_be_trained_with_and_the_json_has_its_members()
    {
        foreach (string arm in (string[])["weight-decay", "antithetic-noise", "batch-noise", "layer-noise", "gradient-penalty", "corrected-penalty"])
        {
            Program.Ended ended = await RunAsync($"train --regularizer {arm} --eta 1e-3 --epochs 1 --quiet --json --out {PathOf(arm)}");
            using JsonDocument document = JsonDocument.Parse(ended.Output);
            Assert.Equal(
                ["schema", "model", "network", "target", "trainRmse", "validationRmse", "testRmse", "epochs", "examplesPerSecond", "project"],
                document.RootElement.EnumerateObject().Select(member => member.Name));
        }
    }

    [Fact]
    public async Task Being_stopped_writes_nothing()
    {
        using var stop = new CancellationTokenSource();
        Task<Program.Ended> run = Program.RunAsync($"train --epochs 1000000 --quiet --out {PathOf("m")}", stop.Token);
        await stop.CancelAsync();
        Program.Ended ended = await run;
        Assert.Equal((130, "Stopped; nothing was written."), (ended.ExitCode, ended.Error.TrimEnd()));
        Assert.False(Directory.Exists(PathOf("m")));
    }

    [Theory]
    [InlineData("train --regularizer weight-noise", "--regularizer needs --eta, its strength.")]
    [InlineData("train --eta 1", "--eta is the strength of a --regularizer, which is missing.")]
    [InlineData("train --regularizer noise --eta 1", "--regularizer expects one of none, weight-decay, weight-noise, antithetic-noise, batch-noise, layer-noise, gradient-penalty, corrected-penalty; got 'noise'.")]
    [InlineData("train --activation tanh,relu,sin", "--activation expects one name, or one for each of the 2 hidden layers; got 3 names.")]
    [InlineData("train --precision half", "--precision expects one of single, double; got 'half'.")]
    [InlineData("train --project my-houses", "--project expects a folder whose name can be that of a class, such as Houses: letters, digits and _, a capital first; got 'my-houses'.")]
    [InlineData("train --project {}/Full", "'{}/Full' is there already; --project expects a new or an empty folder.")]
    [InlineData("train --out {}/Full", "'{}/Full' holds a model already; give another --out, or --overwrite to replace it.")]
    [InlineData("predict --model {}/none --data {}/t.csv", "There is no model '{}/none'; --model expects the --out of train, or a .safetensors file.")]
    [InlineData("predict --model {}/Full --data {}/u.csv", "u.csv lacks x3, x4, x5, x6, x7, x8, x9, x10 of the model's input columns; its columns are: x1, x2.")]
    public async Task Wrong_input_gives_one_sentence_and_exit_code_2(string arguments, string sentence)
    {
        await RunAsync($"train --epochs 1 --quiet --out {PathOf("Full")}");
        await File.WriteAllTextAsync(PathOf("u.csv"), "x1,x2\n1,2\n", Cancellation);
        Program.Ended ended = await Program.RunAsync(Place(arguments), Cancellation);
        Assert.Equal((2, Place(sentence), string.Empty), (ended.ExitCode, ended.Error.TrimEnd(), ended.Output));

        string Place(string text) => text.Replace("{}", _folder.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_model_gives_one_sentence()
    {
        await RunAsync($"train --epochs 1 --quiet --out {PathOf("m")}");
        byte[] bytes = await File.ReadAllBytesAsync(PathOf("m/model.safetensors"), Cancellation);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(PathOf("m/model.safetensors"), bytes, Cancellation);
        await File.WriteAllTextAsync(PathOf("u.csv"), "x1,x2,x3,x4,x5,x6,x7,x8,x9,x10\n1,2,3,4,5,6,7,8,9,10\n", Cancellation);
        Program.Ended ended = await Program.RunAsync($"predict --model {PathOf("m")} --data {PathOf("u.csv")} --out {PathOf("p.csv")}", Cancellation);
        Assert.Equal(2, ended.ExitCode);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
        Assert.Contains("model.safetensors", ended.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(PathOf("p.csv")));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static double Truth(double a, double b) => (2 * a) - (5 * b) + 3;

    private static string Table(string header, int rows, Func<double, double, double[]> row)
    {
        var random = new Random(5);
        var text = new StringBuilder(header).Append('\n');
        for (int i = 0; i < rows; i++)
        {
            double a = random.NextDouble(), b = random.NextDouble();
            text.AppendJoin(',', row(a, b).Select(value => value.ToString(CultureInfo.InvariantCulture))).Append('\n');
        }

        return text.ToString();
    }

    private static async Task<Program.Ended> RunAsync(string arguments)
    {
        Program.Ended ended = await Program.RunAsync(arguments, Cancellation);
        Assert.True(ended.ExitCode == 0, ended.Error);
        return ended;
    }

    private string PathOf(string name) => _folder.File(name);
}
