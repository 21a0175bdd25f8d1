namespace CompareRegularizers.Training;

/// <summary>The files of a project that a trained network is written out as.</summary>
internal static class ProjectTemplates
{
    /// <summary>The project file.</summary>
    internal const string ProjectFile = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <InvariantGlobalization>true</InvariantGlobalization>
            <!-- The generated kernels are 10 to 20 times slower unoptimised, so that Debug optimises too. -->
            <Optimize>true</Optimize>
          </PropertyGroup>
          <ItemGroup>
            <!-- The library and its generator; a reference to the package NoiseRegGen does instead of both. -->
            <Reference Include="lib/NoiseRegGen.dll" />
            <Analyzer Include="lib/NoiseRegGen.Generator.dll" />
            <None Include="model.safetensors;model.mlp.json" CopyToOutputDirectory="PreserveNewest" />
          </ItemGroup>
        </Project>

        """;

    /// <summary>The network's class.</summary>
    internal const string Network = """
        using NoiseRegGen;

        /// <summary>The network; the generator writes its members when the project is built.</summary>
        {Attribute}
        public sealed partial class {Name};

        """;

    /// <summary>The program.</summary>
    internal const string Program = """
        using System;
        using System.Globalization;
        using System.IO;
        using NoiseRegGen.Files;

        // Reads a table from the standard input, or from the file that is named: a line with the columns' names, then a line of
        // numbers for each row, separated by commas. Writes a prediction for each row.
        LoadedModel<{Name}> model = ModelFile.Load<{Name}, {Number}>(Path.Combine(AppContext.BaseDirectory, "model.safetensors"));
        DataDescription data = model.Description.Data!;
        using TextReader input = args.Length > 0 ? new StreamReader(args[0]) : Console.In;

        string[] header = (input.ReadLine() ?? "").Split(',');
        int[] columns = new int[{Name}.InputSize];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = Array.FindIndex(header, name => name.Trim().Trim('"') == data.InputNames[i]);
            if (columns[i] < 0)
            {
                Console.Error.WriteLine($"The column '{data.InputNames[i]}' is missing.");
                return 2;
            }
        }

        double[] row = new double[{Name}.InputSize], prediction = new double[{Name}.OutputSize];
        {Number}[] x = new {Number}[{Name}.InputSize], y = new {Number}[{Name}.OutputSize];
        Console.WriteLine(data.TargetNames[0]);
        while (input.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            for (int i = 0; i < row.Length; i++)
                row[i] = double.Parse(cells[columns[i]], CultureInfo.InvariantCulture);
            data.Inputs.Apply<{Number}>(row, x);
            model.Network.Forward(x, y);
            data.Targets.Undo<{Number}>(y, prediction);
            Console.WriteLine(prediction[0].ToString(CultureInfo.InvariantCulture));
        }

        return 0;

        """;

    /// <summary>The read-me.</summary>
    internal const string Readme = """
        # {Name}

        A trained network, {Shape}, as a C# project. It is yours: change it, move it, delete what you do not need.

            dotnet run -c Release -- table.csv

        reads a table with the columns' names in its first line and prints a prediction for each row.

        - `{Name}.cs`: the class. Its members (`Forward`, `Gradient`, `NoisyGradient`, ...) are generated when the project is built.
        - `model.safetensors`, `model.mlp.json`: the trained parameters, with the names of the columns and how they are standardised.
        - `Program.cs`: loads them and predicts. To train further, give the loaded network to `NoiseRegGen.Training.Trainer`.
        - `lib`: the library and its generator, MIT licence.

        """;
}
