using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Answers;
using SupplyShockSim.Policies.Answers.Stockpiles;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Policies.Triggers;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Units;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>The one list of kinds: each type with how it is written in files. A new kind is its class and a line here.</summary>
internal static class KindList
{
    public static IReadOnlyDictionary<Type, Func<PolicyCatalog, IKinds, Kind>> All { get; } = new Dictionary<Type, Func<PolicyCatalog, IKinds, Kind>>(
    [
        Of<string>(() => new TextKind()),
        Of<bool>(() => new TruthKind()),
        Of<int>(() => new WholeKind()),
        Of<ulong>(() => new SeedKind()),
        Of<double>(() => new QuantityKind<double>("a number", Dimension.Number, "1.5", v => v, v => v)),
        Of<SimDuration>(() => new SpanKind()),
        Of<DateTime>(() => new DateKind()),
        Of<When>(() => new WhenKind()),
        Of<Tonnes>(() => new QuantityKind<Tonnes>("a mass", Dimension.Mass, "150 t", v => new Tonnes(v), v => v.Value)),
        Of<TonnesPerDay>(() => new QuantityKind<TonnesPerDay>("a mass flow", Dimension.Flow, "120 kt/yr", v => new TonnesPerDay(v), v => v.Value)),
        Of<UsdPerTonne>(() => new QuantityKind<UsdPerTonne>("a price", Dimension.Price, "110 USD/kg", v => new UsdPerTonne(v), v => v.Value)),
        Of<Share>(() => new QuantityKind<Share>("a share from 0 to 100 %", Dimension.Fraction, "50 %", v => new Share(v), v => v.Value, 1)),
        Of<Ratio>(() => new RatioKind()),
        Of<RampRate>(() => new RampKind()),
        Of<PerYear>(() => new PerYearKind()),
        Of<TariffRate>(() => new TariffKind()),
        Of<QuotaAmount>(kinds => new QuotaAmountKind(kinds)),
        Of<Level>(kinds => new LevelKind(kinds)),
        Of<Exemption>(kinds => new ExemptionKind(kinds)),
        Of<FlowRange>(kinds => new FlowRangeKind(kinds)),
        Of<Cover>(kinds => new CoverKind(kinds)),
        Of<DurationDistribution>(kinds => new DistributionKind(kinds)),
        Of<PriceLevel>(() => new PriceLevelKind()),
        Of<Ending>(kinds => new EndingKind(kinds)),
        Of<Usd>(() => new MoneyKind()),
        Of<StockAmount>(kinds => new StockAmountKind(kinds)),
        Of<ReleaseWhen>(kinds => new WordOrMapKind<ReleaseWhen>("shortfall", new ReleaseWhen(), kinds)),
        Of<TechnologyRef>(kinds => new TechnologyKind(kinds)),
        Under<ControlSpec>((policies, kinds) => new PolicyBinder<ControlSpec>(policies.Controls, kinds, policies.Answers.OtherWord)),
        Of<NetworkRef>(kinds => new NetworkKind(kinds)),
        Under<AnswerSpec>((policies, kinds) => new PolicyBinder<AnswerSpec>(policies.Answers, kinds, policies.Controls.OtherWord)),
        Of<Quantity>(() => new AnyQuantityKind()),
        Of<MeasureName>(() => new MeasureNameKind()),
        Of<UncertainSpec>(kinds => new UncertainKind(kinds)),
    ]);

    // Made on demand, because a kind may be made of others.
    private static KeyValuePair<Type, Func<PolicyCatalog, IKinds, Kind>> Of<T>(Func<Kind<T>> make) => new(typeof(T), (_, _) => make());

    private static KeyValuePair<Type, Func<PolicyCatalog, IKinds, Kind>> Of<T>(Func<IKinds, Kind<T>> make) => new(typeof(T), (_, kinds) => make(kinds));

    private static KeyValuePair<Type, Func<PolicyCatalog, IKinds, Kind>> Under<T>(Func<PolicyCatalog, IKinds, Kind<T>> make) => new(typeof(T), make);
}
