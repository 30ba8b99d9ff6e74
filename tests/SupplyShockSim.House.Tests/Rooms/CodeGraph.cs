using System.Reflection;

namespace SupplyShockSim.House.Tests.Rooms;

/// <summary>
/// Who uses whom in the compiled code: base types, interfaces, signatures, fields and every instruction of every body. A type is known by the file that
/// it was compiled from.
/// </summary>
internal sealed class CodeGraph
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly Dictionary<Type, string> _files = [];
    private readonly Dictionary<string, HashSet<string>> _uses = new(StringComparer.Ordinal);

    public CodeGraph(IReadOnlyList<Assembly> assemblies)
    {
        foreach (var assembly in assemblies)
        {
            var files = Sources.Of(assembly.Location);
            foreach (var type in assembly.GetTypes())
            {
                // The lower three bytes of a token are the number of its row.
                if (files.TryGetValue(Outermost(type).MetadataToken & 0xFF_FFFF, out var file))
                {
                    _files[type] = file;
                }
            }
        }

        foreach (var (type, file) in _files)
        {
            var used = _uses.TryGetValue(file, out var known) ? known : _uses[file] = new HashSet<string>(StringComparer.Ordinal);
            foreach (var other in UsedBy(type))
            {
                if (_files.TryGetValue(other, out var to) && to != file)
                {
                    used.Add(to);
                }
            }
        }
    }

    /// <summary>From each file (as a path below <c>src</c>) to those that it uses.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Files =>
        _uses.ToDictionary(u => u.Key, u => (IReadOnlySet<string>)u.Value, StringComparer.Ordinal);

    /// <summary>The same, with files seen as their folders, or as whatever <paramref name="group"/> makes of a path.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> By(Func<string, string> group) => _uses
        .GroupBy(u => group(u.Key), StringComparer.Ordinal)
        .ToDictionary(
            g => g.Key,
            g => (IReadOnlySet<string>)g.SelectMany(u => u.Value).Select(group).Where(to => to != g.Key).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static HashSet<Type> UsedBy(Type type)
    {
        var used = new HashSet<Type>();
        Add(used, type.BaseType);
        Array.ForEach(type.GetInterfaces(), i => Add(used, i));
        foreach (var attribute in type.GetCustomAttributesData())
        {
            Add(used, attribute.AttributeType);
        }

        foreach (var member in type.GetMembers(Declared))
        {
            AddMember(used, member);
            if (member is MethodBase method)
            {
                AddBody(used, method);
            }
        }

        return used;
    }

    private static void AddMember(HashSet<Type> used, MemberInfo? member)
    {
        switch (member)
        {
            case FieldInfo field:
                Add(used, field.DeclaringType);
                Add(used, field.FieldType);
                break;
            case MethodBase method:
                Add(used, method.DeclaringType);
                Add(used, (method as MethodInfo)?.ReturnType);
                Array.ForEach(method.GetParameters(), p => Add(used, p.ParameterType));
                Array.ForEach(method.IsGenericMethod ? method.GetGenericArguments() : [], a => Add(used, a));
                break;
            case Type type:
                Add(used, type);
                break;
            default:
                break;
        }
    }

    private static void AddBody(HashSet<Type> used, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } code)
        {
            return;
        }

        foreach (var local in body.LocalVariables)
        {
            Add(used, local.LocalType);
        }

        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var token in Instructions.TokensIn(code))
        {
            AddMember(used, method.Module.ResolveMember(token, ofType, ofMethod));
        }
    }

    private static void Add(HashSet<Type> used, Type? type)
    {
        if (type is null)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(used, type.GetElementType());
            return;
        }

        if (!type.IsGenericParameter && used.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type) && type.IsGenericType)
        {
            Array.ForEach(type.GetGenericArguments(), a => Add(used, a));
        }
        else if (type.IsConstructedGenericType)
        {
            Array.ForEach(type.GetGenericArguments(), a => Add(used, a));
        }
    }
}
