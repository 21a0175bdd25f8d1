using System;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>A text is not the JSON that was expected.</summary>
/// <param name="message">The place, what was expected and what came.</param>
internal sealed class JsonSyntaxException(string message) : Exception(message);
