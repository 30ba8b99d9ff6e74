using System.Collections.Concurrent;
using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Units;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Answers;
using SupplyShockSim.Policies.Controls;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>
/// The one list of how types are written in files. Only what holds policies depends on the catalog; all other types are written alike
/// under each.
/// </summary>
internal sealed class Kinds(PolicyCatalog policies)
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

    private Kind Get(Type type) => _made.TryGetValue(type, out var known) ? known : _made.GetOrAdd(type, Make(type));

    private Kind Make(Type type)
    {
        if (Simple(type) is { } simple)
        {
            return simple;
        }

        if (type.IsEnum)
        {
            return Generic(typeof(EnumKind<>), type);
        }

        if (type.IsGenericType)
        {
            var definition = type.GetGenericTypeDefinition();
            var arguments = type.GetGenericArguments();
            return definition == typeof(Nullable<>) ? Generic(typeof(NullableKind<>), arguments)
                : definition == typeof(IReadOnlyList<>) ? WithPolicies(typeof(ListKind<>), arguments)
                : definition == typeof(IReadOnlyDictionary<,>) ? Generic(typeof(MapKind<>), arguments[1])
                : definition == typeof(Schedule<>) ? Generic(typeof(ScheduleKind<>), arguments)
                : WithPolicies(typeof(RecordKind<>), type);
        }

        return WithPolicies(typeof(RecordKind<>), type);
    }

    private static Kind Generic(Type kind, params Type[] arguments) => (Kind)Activator.CreateInstance(kind.MakeGenericType(arguments))!;

    private Kind WithPolicies(Type kind, params Type[] arguments) => (Kind)Activator.CreateInstance(kind.MakeGenericType(arguments), this)!;

    private Kind? Simple(Type type) =>
        type == typeof(string) ? new TextKind()
        : type == typeof(bool) ? new TruthKind()
        : type == typeof(int) ? new WholeKind()
        : type == typeof(ulong) ? new SeedKind()
        : type == typeof(double) ? new QuantityKind<double>("a number", Dimension.Number, "1.5", v => v, v => v)
        : type == typeof(SimDuration) ? new SpanKind()
        : type == typeof(DateTime) ? new DateKind()
        : type == typeof(When) ? new WhenKind()
        : type == typeof(Tonnes) ? new QuantityKind<Tonnes>("a mass", Dimension.Mass, "150 t", v => new Tonnes(v), v => v.Value)
        : type == typeof(TonnesPerDay) ? new QuantityKind<TonnesPerDay>("a mass flow", Dimension.Flow, "120 kt/yr", v => new TonnesPerDay(v), v => v.Value)
        : type == typeof(UsdPerTonne) ? new QuantityKind<UsdPerTonne>("a price", Dimension.Price, "110 USD/kg", v => new UsdPerTonne(v), v => v.Value)
        : type == typeof(Share) ? new QuantityKind<Share>("a share from 0 to 100 %", Dimension.Fraction, "50 %", v => new Share(v), v => v.Value, 1)
        : type == typeof(Ratio) ? new RatioKind()
        : type == typeof(RampRate) ? new RampKind()
        : type == typeof(TariffRate) ? new TariffKind()
        : type == typeof(Cover) ? new CoverKind()
        : type == typeof(DurationDistribution) ? new DistributionKind()
        : type == typeof(TechnologyRef) ? new TechnologyKind()
        : type == typeof(ControlSpec) ? new PolicyBinder<ControlSpec>(policies.Controls, this, policies.Answers.OtherWord)
        : type == typeof(NetworkRef) ? new NetworkKind()
        : type == typeof(AnswerSpec) ? new PolicyBinder<AnswerSpec>(policies.Answers, this, policies.Controls.OtherWord)
        : type == typeof(Quantity) ? new AnyQuantityKind()
        : type == typeof(MeasureName) ? new MeasureNameKind()
        : null;
}
