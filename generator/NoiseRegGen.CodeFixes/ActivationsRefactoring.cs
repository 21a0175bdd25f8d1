using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NoiseRegGen.Generator.Model;
using NoiseRegGen.Generator.Parsing;

namespace NoiseRegGen.CodeFixes;

/// <summary>Writes <c>Hidden</c> and <c>Output</c> out as <c>Activations</c>, one for each layer, and back where the hidden layers are alike.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ActivationsRefactoring))]
[Shared]
public sealed class ActivationsRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || root.FindNode(context.Span).FirstAncestorOrSelf<AttributeSyntax>() is not { ArgumentList: { } list, Parent.Parent: ClassDeclarationSyntax part } attribute
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(part, context.CancellationToken) is not INamedTypeSymbol type
            || WellKnownNames.MlpAttributeOf(type)?.ApplicationSyntaxReference?.Span != attribute.Span
            || NetworkReader.Read(type, context.CancellationToken) is not { } network)
        {
            return;
        }

        ActivationKind[] activations = [.. network.Layers.Select(static layer => layer.Activation)];
        bool isList = list.Arguments.Any(static argument => argument.NameEquals?.Name.Identifier.ValueText == WellKnownNames.Activations);
        if (!isList)
            Register("Name the activation of every layer", [AttributeArguments.Named(WellKnownNames.Activations, activations)]);
        else if (activations.Take(activations.Length - 1).Distinct().Count() <= 1)
            Register("Name the activations of the hidden layers and of the output", Short(activations));

        void Register(string title, IEnumerable<AttributeArgumentSyntax> added)
        {
            AttributeArgumentListSyntax kept =
                AttributeArguments.Without(list, WellKnownNames.Activations, WellKnownNames.Hidden, WellKnownNames.Output);
            AttributeArgumentListSyntax changed = AttributeArguments.With(kept, added);
            context.RegisterRefactoring(
                CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(list, changed))), equivalenceKey: title));
        }
    }

    private static IEnumerable<AttributeArgumentSyntax> Short(ActivationKind[] activations)
    {
        int last = activations.Length - 1;
        if (last > 0)
            yield return AttributeArguments.Named(WellKnownNames.Hidden, activations[0]);
        if (last == 0 || activations[last] != ActivationKind.Identity)
            yield return AttributeArguments.Named(WellKnownNames.Output, activations[last]);
    }
}
