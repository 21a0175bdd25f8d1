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
        // Step 1: read each marked class into a model free of Roslyn objects. This runs on nearly every edit of the project;
        // it gives an equal model unless the class or its attribute changed, and then nothing below runs.
        IncrementalValuesProvider<MlpModel> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnownNames.AttributeMetadataName,
                static (node, _) => node is ClassDeclarationSyntax,
                static (marked, cancellation) => MlpParser.ParseSilently(marked, cancellation))
            .WithTrackingName(TrackingNames.Parse)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!);

        // Step 2: the names that equal another one but for case, of all classes together: hint names are compared without case.
        // Hardly ever is there one, and then this step's result stays the same whatever else is edited.
        IncrementalValueProvider<EquatableArray<HintNameClash>> clashes = models
            .Select(static (model, _) => model.Type.HintPrefix)
            .Collect()
            .Select(static (prefixes, _) => HintNames.FindClashes(prefixes))
            .WithTrackingName(TrackingNames.Clashes);

        // Step 3: give the classes with such a name another one; all others pass through unchanged.
        IncrementalValuesProvider<MlpModel> named = models
            .Combine(clashes)
            .Select(static (pair, _) => HintNames.Resolve(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Name);

        // Step 4: write the files.
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
