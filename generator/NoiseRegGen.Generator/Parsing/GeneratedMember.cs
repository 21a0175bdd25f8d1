using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using NoiseRegGen.Generator.Model;

namespace NoiseRegGen.Generator.Parsing;

/// <summary>A member that the generator adds to the user's class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters, or none at all (the default array) where it is not a method of the public surface.</param>
/// <param name="IsHelper">Whether it is a private method, of parameters that no method of the user's will have.</param>
internal sealed record GeneratedMember(string Name, ImmutableArray<ParameterRole> Parameters = default, bool IsHelper = false)
{
    /// <summary>Whether a member of the user's of this name cannot stand beside this one. Overloads can.</summary>
    public bool ConflictsWith(ISymbol member, ScalarKind scalar)
    {
        if (member is not IMethodSymbol method)
            return true;
        if (Parameters.IsDefault)
            return !IsHelper;
        return method.Arity == 0 && HasParameters(method, Parameters, scalar);
    }

    /// <summary>Whether a method or constructor has just these parameter types.</summary>
    public static bool HasParameters(IMethodSymbol method, ImmutableArray<ParameterRole> roles, ScalarKind scalar) =>
        method.Parameters.Length == roles.Length
        && method.Parameters.Zip(roles, (parameter, role) => Fits(parameter, role, scalar)).All(static fits => fits);

    private static bool Fits(IParameterSymbol parameter, ParameterRole role, ScalarKind scalar)
    {
        bool byReference = parameter.RefKind != RefKind.None;
        return byReference == (role is ParameterRole.Noise or ParameterRole.Probe) && role switch
        {
            ParameterRole.Input => IsSpan(parameter.Type, "ReadOnlySpan", scalar),
            ParameterRole.Output => IsSpan(parameter.Type, "Span", scalar),
            ParameterRole.Workspace => parameter.Type.Name is "MlpWorkspace" or "Workspace",
            ParameterRole.Noise => parameter.Type.Name is "WeightNoise",
            ParameterRole.Probe => parameter.Type.Name is "RandomProbe",
            ParameterRole.Eta => parameter.Type.SpecialType == SpecialType.System_Double,
            ParameterRole.Layer => parameter.Type.SpecialType == SpecialType.System_Int32,
            _ => parameter.Type.SpecialType == SpecialType.System_UInt64,
        };
    }

    private static bool IsSpan(ITypeSymbol type, string name, ScalarKind scalar) =>
        type is INamedTypeSymbol { ContainingNamespace.Name: "System", TypeArguments: [var item] }
        && type.Name == name
        && item.SpecialType == (scalar == ScalarKind.Single ? SpecialType.System_Single : SpecialType.System_Double);
}
