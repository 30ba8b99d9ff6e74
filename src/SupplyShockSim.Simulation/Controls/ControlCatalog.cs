using SupplyShockSim.Simulation.Flow;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>A kind of shock: its name in scenarios and the record that its keys fill.</summary>
public sealed record ControlKind(string Type, Type Spec, string Meaning)
{
    /// <summary>Puts the control to work in a run.</summary>
    internal Func<SupplyModel, ResolvedControl, int, Control> AtWork { get; init; } = null!;
}

/// <summary>The one list of all kinds of shock.</summary>
public static class ControlCatalog
{
    public static IReadOnlyList<ControlKind> All { get; } =
    [
        new("export-ban", typeof(ExportBan), "a share of each selected lane is closed") { AtWork = (model, control, index) => new BanAtWork(model, control, index) },
        new("export-quota", typeof(ExportQuota), "the selected lanes together carry at most an amount per calendar period") { AtWork = (model, control, index) => new QuotaAtWork(model, control, index) },
        new("export-licence", typeof(ExportLicence), "a selected lane is closed until its application is decided") { AtWork = (model, control, index) => new LicenceAtWork(model, control, index) },
        new("tariff", typeof(Tariff), "raises the landed cost of selected lanes") { AtWork = (model, control, index) => new TariffAtWork(model, control, index) },
        new("outage", typeof(Outage), "sites lose a share of their capacity") { AtWork = (model, control, index) => new OutageAtWork(model, control, index) },
        new("capacity-change", typeof(CapacityChange), "sites have their capacity multiplied") { AtWork = (model, control, index) => new MultiplierAtWork(model, control, index) },
        new("demand-change", typeof(DemandChange), "consumers have their demand multiplied") { AtWork = (model, control, index) => new MultiplierAtWork(model, control, index) },
        new("transit-change", typeof(TransitChange), "lanes slow down or close") { AtWork = (model, control, index) => new TransitChangeAtWork(model, control, index) },
    ];

    /// <summary>The kind of a control that was bound.</summary>
    public static ControlKind KindOf(ControlSpec spec) => All.First(k => k.Spec == spec.GetType());

    internal static Control Create(SupplyModel model, ResolvedControl control, int index) => KindOf(control.Spec).AtWork(model, control, index);

    /// <summary>Types that scenarios may one day use, and what to say until then.</summary>
    public static IReadOnlyDictionary<string, string> Reserved { get; } = new Dictionary<string, string>
    {
        ["origin-content"] = "content of origin is not traced yet: model the direct part as an export-ban",
        ["leak"] = "evasion is not simulated yet: lower the `share` of the ban by what evades it",
    };
}
