using System;
using System.IO;
using CompareRegularizers.Data;
using NoiseRegGen;
using NoiseRegGen.Files;

namespace CompareRegularizers.Training;

/// <summary>The files of a trained network, all in one folder.</summary>
internal static class TrainedModel
{
    /// <summary>The file with the parameters.</summary>
    internal const string FileName = "model.safetensors";

    /// <summary>What the model's file says of the table that it was trained on.</summary>
    internal static DataDescription Describe(IDataSource source, Data.Standardization units)
    {
        var names = new string[source.InputCount];
        for (int input = 0; input < names.Length; input++)
            names[input] = source.InputName(input);
        return new DataDescription(
            names,
            new NoiseRegGen.Files.Standardization(units.InputMeans, units.InputDeviations),
            [source.TargetName],
            new NoiseRegGen.Files.Standardization([units.TargetMean], [units.TargetDeviation]));
    }

    /// <summary>The model's file, of the file itself or the folder that it is in.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    internal static string Find(string path)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        return File.Exists(file)
            ? file
            : throw new UserErrorException($"There is no model '{file}'; --model expects the --out of train, or a .safetensors file.");
    }

    /// <summary>What a model's file says of it.</summary>
    /// <exception cref="UserErrorException">The file is damaged, or says too little to predict with.</exception>
    internal static ModelDescription Read(string file)
    {
        ModelDescription description = Guard(() => ModelFile.Describe(file));
        if (description.Data is null || description.Activations.IsEmpty)
        {
            throw new UserErrorException(
                $"'{file}' names neither activations nor columns: it is not a model of this program, and predict cannot know what to feed it.");
        }

        if (description.Layers[^1] != 1 || description.Activations[^1] != Activation.Identity)
        {
            throw new UserErrorException(
                $"'{file}' holds a network with {description.Layers[^1]} outputs, the last layer {description.Activations[^1]}; "
                + "predict expects one linear output.");
        }

        return description;
    }

    /// <summary>Does something with files of models, their errors being the user's.</summary>
    internal static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is ModelFileException or IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(e.Message);
        }
    }
}
