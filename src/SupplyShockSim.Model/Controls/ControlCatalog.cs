namespace SupplyShockSim.Model.Controls;

/// <summary>A kind of shock: its name in scenarios and the record that its keys fill.</summary>
public sealed record ControlKind(string Type, Type Spec, string Meaning);

/// <summary>The one list of all kinds of shock.</summary>
public static class ControlCatalog
{
    public static IReadOnlyList<ControlKind> All { get; } =
    [
        new("export-ban", typeof(ExportBan), "a share of each selected lane is closed"),
        new("export-quota", typeof(ExportQuota), "the selected lanes together carry at most an amount per calendar period"),
        new("export-licence", typeof(ExportLicence), "a selected lane is closed until its application is decided"),
        new("tariff", typeof(Tariff), "raises the landed cost of selected lanes"),
        new("outage", typeof(Outage), "sites lose a share of their capacity"),
        new("capacity-change", typeof(CapacityChange), "sites have their capacity multiplied"),
        new("demand-change", typeof(DemandChange), "consumers have their demand multiplied"),
        new("transit-change", typeof(TransitChange), "lanes slow down or close"),
    ];

    /// <summary>Types that scenarios may one day use, and what to say until then.</summary>
    public static IReadOnlyDictionary<string, string> Reserved { get; } = new Dictionary<string, string>
    {
        ["origin-content"] = "content of origin is not traced yet: model the direct part as an export-ban",
        ["leak"] = "evasion is not simulated yet: lower the `share` of the ban by what evades it",
    };
}
