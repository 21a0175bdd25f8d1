using NoiseRegGen.Generator.Infrastructure;

namespace NoiseRegGen.Generator.Model;

/// <summary>The user's class, and what must be repeated around it to add a part to it.</summary>
/// <param name="Namespace">Its namespace, empty for the global one.</param>
/// <param name="Containing">
/// The headers of the types around it, outermost first, each ready to be followed by a block:
/// <c>partial class Outer&lt;T&gt;</c>, <c>partial struct Box</c>, <c>partial record struct R</c>, ...
/// </param>
/// <param name="Name">Its name, as an identifier in source (with <c>@</c> where that is needed).</param>
/// <param name="Accessibility">Its declared accessibility as text: <c>public</c>, <c>internal</c>, <c>private protected</c>, ...</param>
/// <param name="HintPrefix">The start of its hint names: metadata names joined by dots, unique in the compilation whatever the case.</param>
internal sealed record TypeModel(string Namespace, EquatableArray<string> Containing, string Name, string Accessibility, string HintPrefix);
