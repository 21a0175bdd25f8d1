using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NoiseRegGen.Generator.Emit;
using NoiseRegGen.Generator.Infrastructure;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Parsing;

namespace NoiseRegGen.Generator;

/// <summary>Writes the passes of every class marked with <c>[Mlp(...)]</c>.</summary>
/// <remarks>
/// Reports nothing: a mistake is <see cref="Diagnostics.MlpAnalyzer"/>'s to tell. Both read the attribute through
/// <see cref="MlpParser"/>, so what the one is silent about the other names.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class MlpGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Step 1: read each marked class into a record free of Roslyn objects. This runs on nearly every edit of the project;
        // it gives an equal record unless the class or its attribute changed, and then nothing below runs.
        IncrementalValuesProvider<MarkedClass> marked = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnownNames.AttributeMetadataName,
                static (node, _) => node is ClassDeclarationSyntax,
                static (found, cancellation) => MlpParser.ParseSilently(found, cancellation))
            .WithTrackingName(TrackingNames.Parse)
            .Where(static found => found is not null)!;

        // Step 2: read the files that may define networks. Other additional files are not opened.
        IncrementalValueProvider<EquatableArray<NetworkFile>> files = context.AdditionalTextsProvider
            .Where(static file => NetworkFileReader.IsNetworkFile(file.Path))
            .Select(static (file, cancellation) => NetworkFileReader.Read(file.Path, file.GetText(cancellation)?.ToString()))
            .WithTrackingName(TrackingNames.ReadFile)
            .Collect()
            .Select(static (found, _) => new EquatableArray<NetworkFile>(found));

        // Step 3: give each class its network. Where a file changed this runs for all classes, but only those that it defines change.
        IncrementalValuesProvider<MlpModel> models = marked
            .Combine(files)
            .Select(static (pair, _) => MlpParser.Define(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Define)
            .Where(static model => model is not null)!;

        // Step 4: the names that equal another one but for case, of all classes together: hint names are compared without case.
        // Hardly ever is there one, and then this step's result stays the same whatever else is edited.
        IncrementalValueProvider<EquatableArray<HintNameClash>> clashes = models
            .Select(static (model, _) => model.Type.HintPrefix)
            .Collect()
            .Select(static (prefixes, _) => HintNames.FindClashes(prefixes))
            .WithTrackingName(TrackingNames.Clashes);

        // Step 5: give the classes with such a name another one; all others pass through unchanged.
        IncrementalValuesProvider<MlpModel> named = models
            .Combine(clashes)
            .Select(static (pair, _) => HintNames.Resolve(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Name);

        // Step 6: write the files.
        context.RegisterSourceOutput(named, static (output, model) =>
        {
            foreach (GeneratedFile file in MlpEmitter.Emit(model))
            {
                output.CancellationToken.ThrowIfCancellationRequested();
                output.AddSource(file.HintName, file.Text);
            }
        });
    }
}
