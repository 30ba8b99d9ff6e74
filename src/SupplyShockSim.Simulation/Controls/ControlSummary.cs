using System.Globalization;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>One sentence for people: who does what to whom.</summary>
internal static class ControlSummary
{
    public static string Of(string type, ControlSpec spec) => spec switch
    {
        ExportBan ban => $"{Who(ban)} {(ban.Share.Value < 1 ? $"bans {Percent(ban.Share.Value)} of" : "bans all")} exports of {What(ban)}{Whither(ban)}",
        ExportQuota quota => $"{Who(quota)} limits exports of {What(quota)}{Whither(quota)} to {Number(quota.Amount.Value)} t per {KebabName(quota.Period)}",
        ExportLicence licence => $"{Who(licence)} licenses {(licence.Share.Value < 1 ? $"{Percent(licence.Share.Value)} of the exports" : "exports")} of {What(licence)}{Whither(licence)}; a review takes {Number(licence.Review.MeanDays)} days on average",
        Tariff tariff => $"exports of {What(tariff)} by {Who(tariff)}{Whither(tariff)} pay {Rate(tariff)}",
        Outage outage => $"{Where(outage.At)} {(outage.Of.Count > 0 ? $"({Join(outage.Of)}) " : "")}lose {Percent(outage.Share.Value)} of capacity",
        DemandChange demand => $"demand {(demand.EndUse.Count > 0 ? $"for {Join(demand.EndUse)} " : "")}at {Where(demand.At)} goes to {Multiple(demand)}",
        CapacityChange capacity => $"capacity of {Where(capacity.At)} goes to {Multiple(capacity)}",
        TransitChange { Closed: true } transit => $"{Lanes(transit)} close",
        TransitChange transit => $"{Lanes(transit)} take {(transit.Transit is { } t ? $"{Number(t.Days)} days" : $"{Number(transit.Add?.Days ?? 0)} days more")}",
        _ => type,
    };

    private static string Who(LaneControlSpec spec) => spec.By.Count > 0 ? Join(spec.By) : "every country";

    private static string What(LaneControlSpec spec) => spec.Of.Count > 0 ? Join(spec.Of) : "all goods";

    private static string Whither(LaneControlSpec spec) =>
        (spec.To.Count > 0 ? $" to {Join(spec.To)}" : "")
        + (spec.EndUse.Count > 0 ? $" for {Join(spec.EndUse)}" : "")
        + (spec.Exempt.Count > 0 ? $", except {Join(spec.Exempt)}" : "");

    private static string Where(IReadOnlyList<string> at) => at.Count > 0 ? Join(at) : "all sites";

    private static string Lanes(TransitChange spec) =>
        spec.Lanes.Count > 0 ? $"lanes {Join(spec.Lanes)}" : $"lanes from {(spec.By.Count > 0 ? Join(spec.By) : "anywhere")} to {(spec.To.Count > 0 ? Join(spec.To) : "anywhere")}";

    private static string Multiple(MultiplierSpec spec) =>
        spec.To is { } to ? $"{Percent(to.Value)} of the baseline" : string.Join(", ", spec.Schedule.Select(s => Percent(s.To.Value))) + " of the baseline in turn";

    private static string Rate(Tariff tariff) => tariff.Rate.ShareOfPrice > 0 ? $"{Percent(tariff.Rate.ShareOfPrice)} of the price" : $"{Number(tariff.Rate.UsdPerTonne)} USD/t";

    private static string Join(IReadOnlyList<string> names) => string.Join(", ", names);

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string KebabName(QuotaPeriod period) => period.ToString().ToLowerInvariant();
}
