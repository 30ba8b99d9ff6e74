using System.Collections.Concurrent;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Controls;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>
/// Finds how a type is written in files: as the list of kinds says, or from its shape where it is an enumeration, a collection or a record. Only
/// what holds policies depends on the catalog; all other types are written alike under each.
/// </summary>
internal sealed class Kinds(PolicyCatalog policies) : IKinds
{
    /// <summary>The longest span that is accepted, in days: a thousand years.</summary>
    public const double LongestDays = 365_000;

    private static readonly Kinds Default = new(PolicyCatalog.Default);

    private readonly ConcurrentDictionary<Type, Kind> _made = new();

    /// <summary>How types are written where scenarios may name the policies of a catalog.</summary>
    public static Kinds Under(PolicyCatalog policies) => policies == PolicyCatalog.Default ? Default : new Kinds(policies);

    /// <summary>How a type is written under the catalog of this library.</summary>
    public static Kind<T> Of<T>() => Default.Get<T>();

    /// <inheritdoc cref="Of{T}"/>
    public static Kind Of(Type type) => Default.Get(type);

    /// <summary>How a type is written.</summary>
    public Kind<T> Get<T>() => (Kind<T>)Get(typeof(T));

    /// <summary>The keys of a record.</summary>
    public IRecordKind RecordOf(Type type) => (IRecordKind)Get(type);

    private Kind Get(Type type) => _made.TryGetValue(type, out var known) ? known : _made.GetOrAdd(type, Make(type));

    private Kind Make(Type type)
    {
        if (KindList.All.TryGetValue(type, out var make))
        {
            return make(policies, this);
        }

        if (type.IsEnum)
        {
            return (Kind)Activator.CreateInstance(typeof(EnumKind<>).MakeGenericType(type))!;
        }

        if (type.IsGenericType)
        {
            var definition = type.GetGenericTypeDefinition();
            var arguments = type.GetGenericArguments();
            return definition == typeof(Nullable<>) ? Made(typeof(NullableKind<>), arguments)
                : definition == typeof(IReadOnlyList<>) ? Made(typeof(ListKind<>), arguments)
                : definition == typeof(IReadOnlyDictionary<,>) ? Made(typeof(MapKind<>), arguments[1])
                : definition == typeof(ByCountry<>) ? Made(typeof(ByCountryKind<>), arguments)
                : definition == typeof(Schedule<>) ? Made(typeof(ScheduleKind<>), arguments)
                : Made(typeof(RecordKind<>), type);
        }

        return Made(typeof(RecordKind<>), type);
    }

    private Kind Made(Type kind, params Type[] arguments) => (Kind)Activator.CreateInstance(kind.MakeGenericType(arguments), this)!;
}
