using Microsoft.CodeAnalysis;

namespace NoiseRegGen.Generator.Diagnostics;

/// <content>What the class declares or inherits beside the generated members.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor MemberConflict = Create(
        "NRG0017",
        "A member has the name of a generated one",
        "'{0}.{1}' has the name, and if it is a method the parameters, of a member that the generator adds");

    public static readonly DiagnosticDescriptor ClassNameConflict = Create(
        "NRG0018",
        "The class has the name of a generated member",
        "Class '{0}' cannot have this name: the generator adds a member '{0}', and C# lets no member have the name of its class");

    public static readonly DiagnosticDescriptor ConstructorConflict = Create(
        "NRG0019",
        "A constructor has the parameters of a generated one",
        "'{0}' already gets this constructor from the generator");

    public static readonly DiagnosticDescriptor PrimaryConstructor = Create(
        "NRG0020",
        "A network's class cannot have a primary constructor",
        "Class '{0}' cannot have a primary constructor: the generated constructors could not call it");

    public static readonly DiagnosticDescriptor ConstructorNotChained = Create(
        "NRG0021",
        "A constructor leaves the parameters unset",
        "This constructor of '{0}' must call a generated one with ': this(seed)' or ': this(parameters)'");

    public static readonly DiagnosticDescriptor RequiredMember = Create(
        "NRG0022",
        "A network's class cannot have required members",
        "'{0}.{1}' cannot be required: the generated Create makes instances without setting it");

    public static readonly DiagnosticDescriptor BaseWithoutConstructor = Create(
        "NRG0023",
        "The base class cannot be constructed without arguments",
        "Class '{0}' cannot derive from '{1}', which has no constructor that the generated ones can call without arguments");

    public static readonly DiagnosticDescriptor InheritedConflict = Create(
        "NRG0024",
        "The base class has a member of a generated one's name",
        "Class '{0}' cannot derive from '{1}', whose member '{2}' a generated one would hide");

    public static readonly DiagnosticDescriptor HiddenName = Create(
        "NRG0037",
        "A name hides one that the generated code uses",
        "Class '{0}' cannot be generated here: the generated code uses the name '{1}', which is hidden by '{2}'");
}
