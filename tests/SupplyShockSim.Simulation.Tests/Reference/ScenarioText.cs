using System.Globalization;
using System.Text;
using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>A random world as the text of a scenario, to be read, kept as a case and run by hand.</summary>
internal static class ScenarioText
{
    public static string Of(RandomWorld world)
    {
        var text = new StringBuilder();
        text.AppendLine("schema: supplyshock/scenario/1").AppendLine("title: A world on which simulation and reference differ").AppendLine("start: 2026-01-01");
        text.AppendLine($"horizon: {Days(SimDuration.FromDays(world.HorizonDays))}");
        var market = world.Market;
        var contracts = world.TermDays is { } term ? $", term: {Number(term)} d" : "";
        text.AppendLine($"market: {{rationing: {market.Rationing}, review: {Days(market.Review)}, adjustment: {Days(market.Adjustment)}{contracts}}}");
        text.AppendLine("network:").AppendLine("  rates: t/d").AppendLine("  balance: scale");
        text.AppendLine($"  commodities: [{string.Join(", ", world.Network.Commodities.Select(c => $"{{id: {c.Id}, price: 1000 USD/t}}"))}]");
        text.AppendLine("  sites:");
        foreach (var site in world.Network.Sites)
        {
            text.AppendLine($"    - {Site(site, world.Speeds.GetValueOrDefault(site.Id, Speeds.Default))}");
        }

        text.AppendLine("  lanes:");
        foreach (var lane in world.Network.Lanes)
        {
            text.AppendLine($"    - {Lane(lane)}");
        }

        text.AppendLine("shocks:");
        foreach (var shock in world.Shocks)
        {
            text.AppendLine($"  - {Shock(shock)}");
        }

        return text.ToString();
    }

    private static string Site(SiteSpec site, Speeds speeds) => Map(
        ("id", site.Id),
        ("kind", site.Kind == SiteKind.Consumer ? "consumer" : "refinery"),
        ("country", site.Country),
        ("technology", site.Technology?.Inline is { } recipe ? $"{{inputs: {Amounts(recipe.Inputs)}, outputs: {Amounts(recipe.Outputs)}}}" : null),
        ("uses", site.Kind == SiteKind.Consumer ? Amounts(site.Uses) : null),
        ("capacity", Rate(site.Capacity)),
        ("demand", Rate(site.Demand)),
        ("cover", site.Cover.Everywhere is { Seconds: > 0 } cover ? Days(cover) : null),
        ("ramp", site.Ramp is { } ramp ? Share(ramp.SharePerDay) : null),
        ("restart", double.IsFinite(speeds.RestartPerDay) ? Share(speeds.RestartPerDay) : null),
        ("slowdown", double.IsFinite(speeds.SlowdownPerDay) ? Share(speeds.SlowdownPerDay) : null),
        ("storage", double.IsFinite(speeds.StorageDays) ? Number(speeds.StorageDays) + " d" : null),
        ("throttle", speeds.Throttle > 0 ? Number(100 * speeds.Throttle) + " %" : null),
        ("priority", site.Priority?.ToString(CultureInfo.InvariantCulture)),
        ("cohorts", site.Cohorts is { } cohorts ? Cohorts(cohorts) : null));

    private static string Cohorts(CohortSpec cohorts) => Map(
        ("sourcing", Word(cohorts.Sourcing)),
        ("n", cohorts.N.ToString(CultureInfo.InvariantCulture)),
        ("cover", "{lognormal: [20 d, 0.6]}"),
        ("qualification", Days(cohorts.Qualification)));

    private static string Lane(LaneSpec lane) => Map(
        ("from", lane.From),
        ("to", lane.To),
        ("of", lane.Of),
        ("flow", Number(lane.Flow.Value)),
        ("capacity", Rate(lane.Capacity)),
        ("transit", lane.Transit.Seconds > 0 ? Days(lane.Transit) : null),
        ("cost", lane.Cost.Value > 0 ? Number(lane.Cost.Value) + " USD/t" : null),
        ("qualification", lane.Qualification.Seconds > 0 ? Days(lane.Qualification) : null));

    private static string Shock(ControlSpec shock)
    {
        var own = shock switch
        {
            ExportBan s => [("share", Percent(s.Share.Value)), ("ramp", Days(s.Ramp))],
            ExportQuota s => [("amount", Number(s.Amount.Mass.Value) + " t"), ("sharing", s.Sharing == QuotaSharing.ProRata ? "pro-rata" : "first-come")],
            Tariff s => [("rate", Number(s.Rate.UsdPerTonne) + " USD/t")],
            Outage s => [("share", Percent(s.Share.Value)), ("ramp", Days(s.Ramp))],
            MultiplierSpec s => [("to", Percent(s.To?.Multiple.Value ?? 1))],
            TransitChange s => [("add", Days(s.Add ?? SimDuration.Zero))],
            _ => Array.Empty<(string, string?)>(),
        };
        var at = shock is SiteControlSpec { At.Count: > 0 } site ? $"[{string.Join(", ", site.At)}]" : null;
        var by = shock is LaneControlSpec { By.Count: > 0 } lanes ? lanes.By : shock is TransitChange { By.Count: > 0 } transit ? transit.By : null;
        return Map([
            ("type", shock.Type),
            ("at", at),
            ("by", by is null ? null : $"[{string.Join(", ", by)}]"),
            ("from", Days(shock.From.ToSimTime(Support.Runs.Start) - SimTime.Zero)),
            ("for", shock.For is { } span ? Days(span) : null),
            .. own]);
    }

    private static string Map(params (string Key, string? Value)[] pairs) =>
        $"{{{string.Join(", ", pairs.Where(p => p.Value is not null).Select(p => $"{p.Key}: {p.Value}"))}}}";

    private static string Amounts(IReadOnlyDictionary<string, double> amounts) =>
        $"{{{string.Join(", ", amounts.Select(a => $"{a.Key}: {Number(a.Value)}"))}}}";

    private static string Word(Sourcing sourcing) => sourcing switch
    {
        Sourcing.Single => "single",
        Sourcing.Dual => "dual",
        _ => "pooled",
    };

    private static string? Rate(TonnesPerDay? rate) => rate is { } some ? Number(some.Value) : null;

    private static string Share(double perDay) => Number(100 * perDay * 365 / 12) + " %/month";

    private static string Percent(double share) => Number(100 * share) + " %";

    private static string Days(SimDuration span) => Number(span.Days) + " d";

    private static string Number(double value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
